import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { MachineReader } from '../../core/machine/machine';
import type { Given, Gives, Question } from '../../core/machine/questions';
import type { Certificate } from '../../core/machine/shapes';
import { readBrowserExtensions } from '../browsers/read-browser-extensions';
import { readNssStores } from '../browsers/read-nss-stores';
import { askProduct } from './ask-product';
import { readExtensionPolicies } from './browsers/read-extension-policies';
import { readNativeHosts } from './browsers/read-native-hosts';
import type { NativeUnavailable, WindowsNative } from './native/open-native';
import { readAutostarts } from './read-autostarts';
import { readBuiltInProtection } from './read-built-in-protection';
import { readCertificates } from './read-certificates';
import { readClassFilters } from './read-class-filters';
import { readCondition } from './read-condition';
import { readConnectivity } from './read-connectivity';
import { readDescription } from './read-description';
import { readFolder, readPath, readText } from './read-files';
import { readMinifilters } from './read-minifilters';
import { readMsiProducts } from './read-msi-products';
import { readNetworkBindings } from './read-network-bindings';
import { readPrivilege } from './read-privilege';
import { readProcesses } from './read-processes';
import { readProtection } from './read-protection';
import { readRegistryTree } from './read-registry-tree';
import { readRestorePoints } from './read-restore-points';
import { readScheduledTasks } from './read-scheduled-tasks';
import { readServices } from './read-services';
import { readUserProfiles } from './read-user-profiles';

type AnswerTable = {
  readonly [Q in Question]: (given: Given<Q>, timeLimitMs: number) => Answer<Gives<Q>> | Promise<Answer<Gives<Q>>>;
};

/**
 * Reads Windows through its own API. Every call is a matter of milliseconds and none waits for another program, so the time limit
 * needs no timer of its own here; only the vendor's own programs are started with one. Without the native layer every question says so, instead of "absent".
 */
export function windowsReader(native: WindowsNative | NativeUnavailable): MachineReader {
  if ('unavailable' in native)
    return { ask: async () => unanswered('failed', `${native.unavailable}: ${native.detail}`) };
  const answers: AnswerTable = {
    description: () => readDescription(native),
    privilege: () => readPrivilege(native),
    packages: notHere,
    'package-files': notHere,
    'package-tools': notHere,
    services: () => readServices(native),
    processes: () => readProcesses(native),
    path: ({ path }) => readPath(native, path),
    folder: ({ path }) => readFolder(path),
    text: ({ path }) => readText(path),
    'product-command': ({ command }, timeLimitMs) => askProduct(native, command, timeLimitMs),
    'registry-tree': (given) => readRegistryTree(native, given),
    'browser-extensions': () => readBrowserExtensions(people(native)),
    certificates: () => readAllCertificates(native),
    protection: () => readProtection(native),
    'built-in-protection': () => readBuiltInProtection(native),
    condition: () => readCondition(native),
    connectivity: () => readConnectivity(native),
    minifilters: () => readMinifilters(native),
    'restore-points': (_given, timeLimitMs) => readRestorePoints(native, timeLimitMs * 0.9),
    'user-profiles': () => readUserProfiles(native),
    'msi-products': () => readMsiProducts(native),
    'scheduled-tasks': () => readScheduledTasks(native),
    autostarts: () => readAutostarts(native),
    'native-hosts': () => readNativeHosts(native.registry, readText),
    'extension-policies': () => readExtensionPolicies(native.registry),
    'class-filters': () => readClassFilters(native),
    'network-bindings': () => readNetworkBindings(native),
    'app-bundles': notHere,
    'install-receipts': notHere,
    'system-extensions': notHere,
    'device-profiles': notHere,
  };
  return {
    ask: async (question, given, timeLimitMs) => {
      try {
        return await answers[question](given, timeLimitMs);
      } catch (error) {
        return unanswered('failed', error instanceof Error ? error.message : String(error));
      }
    },
  };
}

const notHere = (): Answer<never> => unanswered('not-applicable', 'not on Windows');

/** The stores of Windows and, as far as they can be read, those that browsers keep for themselves. */
async function readAllCertificates(native: WindowsNative): Promise<Answer<Certificate[]>> {
  const own = readCertificates(native);
  return own.status === 'ok' ? ok([...own.value, ...(await readNssStores(people(native)))]) : own;
}

/** Whose browsers are looked into: everybody whose home can be read. */
function people(native: WindowsNative) {
  const profiles = readUserProfiles(native);
  const homes = profiles.status === 'ok' ? profiles.value.map(({ name, folder }) => ({ name, folder })) : [];
  return { platform: 'windows', root: '', homes } as const;
}
