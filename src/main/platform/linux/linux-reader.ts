import { unanswered, type Answer } from '../../core/machine/answer';
import type { MachineReader } from '../../core/machine/machine';
import type { Given, Gives, Question } from '../../core/machine/questions';
import { readExtensionPolicies } from '../browsers/read-extension-policies';
import { readNativeHosts } from '../browsers/read-native-hosts';
import { oncePerMoment } from '../once-per-moment';
import { answerForError } from './answer-for-error';
import { browserFiles } from './browser-files';
import { askProduct } from './ask-product';
import { readDpkgDatabase } from './dpkg-database';
import type { LinuxTools } from './linux-tools';
import { readAutostarts } from './read-autostarts';
import { readBrowserExtensions } from './read-browser-extensions';
import { readCertificates } from './read-certificates';
import { readCondition } from './read-condition';
import { readConnectivity } from './read-connectivity';
import { readDescription } from './read-description';
import { readFolder } from './read-folder';
import { readPackageFiles } from './read-package-files';
import { readPackageTools } from './read-package-tools';
import { readPackages } from './read-packages';
import { readPath } from './read-path';
import { readPrivilege } from './read-privilege';
import { readProcesses } from './read-processes';
import { readProtection } from './read-protection';
import { readServices } from './read-services';
import { readText } from './read-text';
import { readUserProfiles } from './read-user-profiles';
import { seeProcesses } from './see-processes';

/**
 * Reads a Linux computer from its files. Programs are started for two questions alone: the rpm database, which only rpm can read, and
 * the closed set of questions to Kaspersky's own programs.
 */
export function linuxReader(tools: LinuxTools): MachineReader {
  const look = oncePerMoment(() => seeProcesses(tools));
  const dpkg = oncePerMoment(() => readDpkgDatabase(tools));
  const answers: Answers = {
    description: () => readDescription(tools),
    privilege: () => readPrivilege(tools),
    packages: (_, timeLimitMs) => readPackages(tools, timeLimitMs, dpkg),
    'package-files': (given, timeLimitMs) => readPackageFiles(tools, given, timeLimitMs),
    'package-tools': () => readPackageTools(tools, dpkg),
    services: () => readServices(tools, look()),
    processes: () => readProcesses(look()),
    path: ({ path }) => readPath(tools, path),
    folder: ({ path }) => readFolder(tools, path),
    text: ({ path }) => readText(tools, path),
    'product-command': ({ command }, timeLimitMs) => askProduct(tools, command, timeLimitMs),
    'registry-tree': () => unanswered('not-applicable', 'Linux has no registry'),
    'browser-extensions': () => readBrowserExtensions(tools),
    certificates: () => readCertificates(tools),
    protection: () => readProtection(tools, look()),
    'built-in-protection': notHere,
    condition: async () => readCondition(tools, await readPackageTools(tools, dpkg)),
    connectivity: () => readConnectivity(tools),
    minifilters: notHere,
    'restore-points': notHere,
    'user-profiles': () => readUserProfiles(tools),
    'msi-products': notHere,
    'scheduled-tasks': notHere,
    autostarts: () => readAutostarts(tools),
    'native-hosts': () => readNativeHosts(browserFiles(tools)),
    'extension-policies': () => readExtensionPolicies(browserFiles(tools)),
    'class-filters': notHere,
    'network-bindings': notHere,
    'app-bundles': notHere,
    'install-receipts': notHere,
    'system-extensions': notHere,
    'device-profiles': notHere,
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

const notHere = (): Answer<never> => unanswered('not-applicable', 'not on Linux');

type Answers = {
  readonly [Q in Question]: (given: Given<Q>, timeLimitMs: number) => Answer<Gives<Q>> | Promise<Answer<Gives<Q>>>;
};
