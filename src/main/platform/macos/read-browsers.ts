import { ok, type Answer } from '../../core/machine/answer';
import type { BrowserExtension, Certificate } from '../../core/machine/shapes';
import type { ExtensionPolicy, NativeHost } from '../../core/machine/reach-shapes';
import { readBrowserExtensions } from '../browsers/read-browser-extensions';
import { readExtensionPolicies } from '../browsers/read-extension-policies';
import { readNativeHosts, type BrowserFiles } from '../browsers/read-native-hosts';
import { readNssStores } from '../browsers/read-nss-stores';
import type { MacTools } from './mac-tools';
import { peopleOf } from './people';
import { readPlist } from './plist/read-plist';

/** What browsers on this Mac let in, for everybody whose home can be read. The system's keychains are not read: the stores of browsers alone. */
export interface MacBrowsers {
  readonly extensions: () => Promise<Answer<BrowserExtension[]>>;
  readonly nativeHosts: () => Promise<Answer<NativeHost[]>>;
  readonly policies: () => Promise<Answer<ExtensionPolicy[]>>;
  readonly certificates: () => Promise<Answer<Certificate[]>>;
}

export function macBrowsers(tools: MacTools): MacBrowsers {
  const files = async (): Promise<BrowserFiles> => {
    const people = await peopleOf(tools);
    return {
      platform: 'macos',
      root: tools.root,
      systemUserId: tools.systemUserId,
      homes: people.status === 'ok' ? [...people.value] : [],
    };
  };
  return {
    extensions: async () => readBrowserExtensions(await files()),
    nativeHosts: async () => readNativeHosts(await files()),
    policies: async () => readExtensionPolicies({ ...(await files()), readPlist: valueAt }),
    certificates: async () => ok([...(await readNssStores(await files()))]),
  };
}

/** The reader of browsers names files as they lie for us, so no root stands before them any more. */
async function valueAt(path: string): Promise<unknown> {
  const plist = await readPlist({ root: '/' }, path);
  return plist.status === 'ok' ? plist.value : null;
}
