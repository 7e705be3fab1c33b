import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { BrowserExtension } from '../../../../../src/main/core/machine/shapes';
import type { PlantedFile, Planting } from '../planting';
import { personOf, recorded, recordedList } from '../recording';

/** Extensions in profiles, programs they may talk to, and what policies and installers give to browsers. */
export function browsers(file: MachineFile): Partial<Planting> {
  const person = personOf(file);
  const hosts = recordedList(file, 'native-hosts');
  return {
    files: [
      ...extensionFiles(recordedList(file, 'browser-extensions'), person.folder),
      ...hosts.flatMap(({ name, manifest, program }) =>
        hasFolder(file, manifest)
          ? [
              {
                path: manifest,
                text: JSON.stringify({ name, type: 'stdio', ...(program === null ? {} : { path: program }) }),
              },
            ]
          : [],
      ),
    ],
    keys: [
      ...hosts.map(({ browser, name, manifest, scope }) => ({
        key: `${scope === 'system' ? 'HKLM' : person.hive}\\Software\\${hostKey(browser)}\\NativeMessagingHosts\\${name}`,
        values: { '': manifest },
      })),
      ...recordedList(file, 'extension-policies').map(({ id, kind, where, scope }, at) => {
        const path = where.replace(/^[^\\]+\\(S-1-[\d-]+\\)?/, '');
        const key = `${scope === 'system' ? 'HKLM' : person.hive}\\${path}`;
        return kind === 'offered'
          ? { key, values: { update_url: 'https://example.org/updates' } }
          : { key, values: { [at + 1]: `${id};https://example.org/updates` } };
      }),
    ],
  };
}

/** A registration may outlive the vendor's folder: what is not in the recorded one is not there. */
function hasFolder(file: MachineFile, manifest: string): boolean {
  const [, parent, name] = /^(.*\\Kaspersky Lab)\\([^\\]+)\\/.exec(manifest) ?? [];
  if (parent === undefined) return true;
  return recorded(file, 'folder', { path: parent })?.some((entry) => entry.name === name) ?? false;
}

function extensionFiles(extensions: readonly BrowserExtension[], home: string): readonly PlantedFile[] {
  const firefox = extensions.filter(({ browser }) => browser === 'Firefox');
  return [
    ...extensions.flatMap(({ browser, profile, id, name, version }) => {
      if (browser === 'Firefox') return [];
      const folder = `${home}\\${chromiumFolder(browser)}\\${profile}\\Extensions\\${id}\\${version}_0`;
      return [{ path: `${folder}\\manifest.json`, text: JSON.stringify({ name, version }) }];
    }),
    ...[...new Set(firefox.map(({ profile }) => profile))].map((profile) => ({
      path: `${home}\\AppData\\Roaming\\Mozilla\\Firefox\\Profiles\\${profile}\\extensions.json`,
      text: JSON.stringify({ addons: firefox.filter((one) => one.profile === profile).map(addOn) }),
    })),
  ];
}

const addOn = ({ id, name, version }: BrowserExtension) => ({
  id,
  version,
  type: 'extension',
  location: 'app-profile',
  defaultLocale: { name },
});

function chromiumFolder(browser: string): string {
  if (browser === 'Chrome') return 'AppData\\Local\\Google\\Chrome\\User Data';
  if (browser === 'Edge') return 'AppData\\Local\\Microsoft\\Edge\\User Data';
  throw new Error(`${browser} is not planted yet`);
}

function hostKey(browser: string): string {
  if (browser === 'Chrome') return 'Google\\Chrome';
  throw new Error(`native hosts of ${browser} are not planted yet`);
}
