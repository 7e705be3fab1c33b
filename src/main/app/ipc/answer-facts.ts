import type { AppFacts } from '../../../preload/contract/requests';
import type { Words } from '../../core/knowledge/words';
import type { Platform } from '../../core/machine/shapes';
import type { Journey } from '../journey/open-journey';
import type { Handlers } from './handlers';

export interface FactsTools {
  readonly journey: () => Journey;
  readonly version: string;
  readonly platform: Platform;
  readonly electron: string;
  readonly describeComputer: () => string | null;
  readonly remoteSession: boolean;
  readonly words: () => Words;
}

/** The Electron that is shipped; what runs here may be an older one, and then says so. */
const shippedElectronMajor = 45;

export const answerFacts = (tools: FactsTools): Pick<Handlers, 'app:facts'> => ({
  'app:facts': (): AppFacts => {
    const { knowledge, simulated } = tools.journey();
    return {
      version: tools.version,
      dataVersion: knowledge.dataVersion,
      dataDate: knowledge.dataDate,
      platform: tools.platform,
      runtime: runtimeWords(tools.electron, tools.words()),
      computer: simulated ? null : tools.describeComputer(),
      remoteSession: tools.remoteSession,
    };
  },
});

function runtimeWords(electron: string, words: Words): string {
  const runtime = `Electron ${electron}`;
  return Number.parseInt(electron, 10) < shippedElectronMajor ? words('app.runtime-older', { runtime }) : runtime;
}
