import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { MachineReader } from '../../core/machine/machine';
import type { Given, Gives, Question } from '../../core/machine/questions';
import { oncePerMoment } from '../once-per-moment';
import { answerForError } from './answer-for-error';
import { launchdJobs } from './launchd-jobs';
import type { MacTools } from './mac-tools';
import { readAppBundles } from './read-app-bundles';
import { readAutostarts } from './read-autostarts';
import { macBrowsers } from './read-browsers';
import { readBuiltInProtection } from './read-built-in-protection';
import { readCondition } from './read-condition';
import { readDescription } from './read-description';
import { readDeviceProfiles } from './read-device-profiles';
import { readFolder } from './read-folder';
import { readInstallReceipts } from './read-install-receipts';
import { readPath } from './read-path';
import { readPrivilege } from './read-privilege';
import { readProcesses } from './read-processes';
import { readServices, systemJobFolders } from './read-services';
import { readSystemExtensions } from './read-system-extensions';
import { readText } from './read-text';
import { readUserProfiles } from './read-user-profiles';

/**
 * Reads a Mac from its files. Two programs of the system are started, by their exact paths and with a time limit: `ps` for what runs, `ioreg`
 * for the id of the hardware.
 */
export function macReader(tools: MacTools): MachineReader {
  const jobs = oncePerMoment(() => Promise.all(systemJobFolders.map((folder) => launchdJobs(tools, folder))));
  const browsers = macBrowsers(tools);
  const answers: Answers = {
    description: (_, timeLimitMs) => readDescription(tools, timeLimitMs),
    privilege: () => readPrivilege(tools),
    packages: notHere,
    'package-files': notHere,
    'package-tools': notHere,
    services: async () => readServices(tools, await jobs()),
    processes: (_, timeLimitMs) => readProcesses(tools, timeLimitMs),
    path: ({ path }) => readPath(tools, path),
    folder: ({ path }) => readFolder(tools, path),
    text: ({ path }) => readText(tools, path),
    'product-command': notHere,
    'registry-tree': notHere,
    'browser-extensions': browsers.extensions,
    // Of browsers alone: the keychains are the system's, and only its own tools read them.
    certificates: browsers.certificates,
    // A Mac keeps no list of protection products.
    protection: () => ok([]),
    'built-in-protection': () => readBuiltInProtection(tools),
    condition: async () => readCondition(tools, await readSystemExtensions(tools)),
    connectivity: notHere,
    minifilters: notHere,
    'restore-points': notHere,
    'user-profiles': () => readUserProfiles(tools),
    'msi-products': notHere,
    'scheduled-tasks': notHere,
    autostarts: async () => readAutostarts(tools, await jobs()),
    'native-hosts': browsers.nativeHosts,
    'extension-policies': browsers.policies,
    'class-filters': notHere,
    'network-bindings': notHere,
    'app-bundles': () => readAppBundles(tools),
    'install-receipts': () => readInstallReceipts(tools),
    'system-extensions': () => readSystemExtensions(tools),
    'device-profiles': () => readDeviceProfiles(tools),
  };
  return {
    ask: async (question, given, timeLimitMs) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Answer<never>>((resolve) => {
        timer = setTimeout(() => resolve(unanswered('timed-out', `no answer within ${timeLimitMs} ms`)), timeLimitMs);
      });
      try {
        return await Promise.race([Promise.resolve(answers[question](given, timeLimitMs)), late]);
      } catch (error) {
        return answerForError(error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

const notHere = (): Answer<never> => unanswered('not-applicable', 'not on macOS');

type Answers = {
  readonly [Q in Question]: (given: Given<Q>, timeLimitMs: number) => Answer<Gives<Q>> | Promise<Answer<Gives<Q>>>;
};
