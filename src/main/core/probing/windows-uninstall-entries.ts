import { ok } from '../machine/answer';
import type { RegistryKey } from '../machine/shapes';
import type { Finding } from './finding';
import { numberIn, textIn } from './registry-values';
import { askedFor } from './asked-for';
import type { Ask, Probe } from './probe';
import { uninstallerPath } from './uninstaller-path';

/** Where Windows lists installed apps, below a hive. */
export const uninstallPath = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** The values that speak; an entry holds a dozen others. */
export const entryValues = [
  'DisplayName',
  'Publisher',
  'DisplayVersion',
  'WindowsInstaller',
  'NoRemove',
  'UninstallString',
];

/** "Installed apps" of the computer in both views and of the person signed in. Entries of a person's own hive prove nothing. */
export const windowsUninstallEntriesProbe: Probe = {
  id: 'uninstall-entries',
  platforms: ['windows'],
  required: true,
  limitMs: 15_000,
  async run(ask, signatures) {
    const places = [
      { root: 'HKLM', view: 64, trust: 'system' },
      { root: 'HKLM', view: 32, trust: 'system' },
      { root: 'HKCU', view: 64, trust: 'user' },
    ] as const;
    const answers = await Promise.all(
      places.map(async (place) => ({
        place,
        answer: await ask('registry-tree', {
          root: place.root,
          view: place.view,
          path: uninstallPath,
          depth: 1,
          only: entryValues,
        }),
      })),
    );
    // A hive without the key is an answer; a machine hive that may not be read is not.
    const blind = answers.find(
      ({ place, answer }) => place.trust === 'system' && answer.status !== 'ok' && answer.status !== 'absent',
    );
    if (blind !== undefined && blind.answer.status !== 'ok') return blind.answer;
    const entries = answers.flatMap(({ place, answer }) =>
      answer.status !== 'ok'
        ? []
        : answer.value
            .filter((key) => key.path.length > uninstallPath.length)
            .map((key) => entryOf(key, `${place.root}${place.view}`, place.trust)),
    );
    const hasOwnUninstaller = askedFor(
      signatures,
      'uninstall-entry',
      'name',
      ({ gives }) => gives?.uninstaller !== undefined,
    );
    return ok(
      await Promise.all(
        entries.map(async (entry) =>
          hasOwnUninstaller(textFact(entry, 'name')) ? withUninstallerSeen(entry, ask) : entry,
        ),
      ),
    );
  },
};

/** Whether the uninstaller is a file that only the system could have put there. Null when it could not be looked at. */
async function withUninstallerSeen(entry: Finding, ask: Ask): Promise<Finding> {
  const path = textFact(entry, 'uninstaller');
  const answer = path === null ? null : await ask('path', { path });
  const uninstallerIsProtected =
    answer === null || answer.status !== 'ok' ? null : answer.value.kind === 'file' && answer.value.ownedBySystem;
  return { ...entry, facts: { ...entry.facts, uninstallerIsProtected } };
}

const textFact = ({ facts }: Finding, name: string): string | null =>
  typeof facts[name] === 'string' ? facts[name] : null;

/** One entry as a finding; `hive` is how its place is written. */
export function entryOf(key: RegistryKey, hive: string, trust: Finding['trust']): Finding {
  const id = key.path.slice(key.path.lastIndexOf('\\') + 1);
  return {
    probe: 'uninstall-entries',
    kind: 'uninstall-entry',
    where: `${hive}\\${key.path}`,
    facts: {
      name: textIn(key, 'DisplayName'),
      publisher: textIn(key, 'Publisher'),
      version: textIn(key, 'DisplayVersion'),
      // Only an MSI's own key is named by its product code; anything else is not a code we would ever run.
      productCode:
        /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(id) && numberIn(key, 'WindowsInstaller') === 1
          ? id.toUpperCase()
          : null,
      uninstaller: uninstallerPath(textIn(key, 'UninstallString')),
      removeButtonHidden: numberIn(key, 'NoRemove') === 1,
    },
    trust,
  };
}
