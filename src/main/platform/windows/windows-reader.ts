import { unanswered, type Answer } from '../../core/machine/answer';
import type { MachineReader } from '../../core/machine/machine';
import type { Given, Gives, Question } from '../../core/machine/questions';
import type { NativeUnavailable, WindowsNative } from './native/open-native';
import { readCertificates } from './read-certificates';
import { readDescription } from './read-description';
import { readFolder, readPath, readText } from './read-files';
import { readPrivilege } from './read-privilege';
import { readProcesses } from './read-processes';
import { readRegistryTree } from './read-registry-tree';
import { readServices } from './read-services';

type AnswerTable = { readonly [Q in Question]: (given: Given<Q>) => Answer<Gives<Q>> };

/**
 * Reads Windows through its own API. Every call is a matter of milliseconds and none waits for another program, so the time limit
 * needs no timer of its own here. Without the native layer every question says so, instead of "absent".
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
    path: ({ path }) => readPath(path),
    folder: ({ path }) => readFolder(path),
    text: ({ path }) => readText(path),
    'product-command': notHere,
    'registry-tree': (given) => readRegistryTree(native, given),
    'browser-extensions': () => unanswered('not-applicable', 'browser extensions are not read on Windows yet'),
    certificates: () => readCertificates(native),
    protection: () => unanswered('not-applicable', 'Security Center is not read yet'),
    'built-in-protection': notHere,
    condition: notHere,
    'user-profiles': notHere,
    'msi-products': notHere,
    'scheduled-tasks': notHere,
    autostarts: notHere,
    'native-hosts': notHere,
    'extension-policies': notHere,
    'class-filters': notHere,
    'network-bindings': notHere,
    'app-bundles': notHere,
    'install-receipts': notHere,
    'system-extensions': notHere,
    'device-profiles': notHere,
  };
  return {
    ask: async (question, given) => {
      try {
        return answers[question](given);
      } catch (error) {
        return unanswered('failed', error instanceof Error ? error.message : String(error));
      }
    },
  };
}

const notHere = (): Answer<never> => unanswered('not-applicable', 'not on Windows');
