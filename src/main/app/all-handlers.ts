import type { Settings } from '../../preload/contract/requests';
import type { Words } from '../core/knowledge/words';
import { toolVersion } from '../platform/session-tools';
import { describeComputer } from './facts/describe-computer';
import { isRemoteSession } from './facts/is-remote-session';
import { answerComputers } from './ipc/answer-computers';
import { answerFacts } from './ipc/answer-facts';
import { answerLinks } from './ipc/answer-links';
import { answerLooking } from './ipc/answer-looking';
import { answerRuns } from './ipc/answer-runs';
import { answerSaving } from './ipc/answer-saving';
import { answerSettings } from './ipc/answer-settings';
import type { Handlers } from './ipc/handlers';
import type { Computers } from './journey/computers';
import type { OpenSettings } from './settings/open-settings';
import type { Dialogs } from './windows/dialogs';

export interface HandlerTools {
  readonly computers: Computers;
  readonly settings: OpenSettings;
  readonly follow: (settings: Settings) => void;
  readonly dialogs: Pick<Dialogs, 'agreeToOpen' | 'askWhere'>;
  readonly words: () => Words;
  readonly open: (address: URL) => Promise<void>;
}

/** Every answer the main process gives. */
export function allHandlers({ computers, settings, follow, dialogs, words, open }: HandlerTools): Handlers {
  const journey = () => computers.current();
  return {
    ...answerFacts({
      journey,
      version: toolVersion,
      platform: process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'macos' : 'linux',
      electron: process.versions['electron'] ?? '0',
      describeComputer: describeComputer(),
      remoteSession: isRemoteSession(process.env, process.platform),
      words,
    }),
    ...answerSettings({ settings, follow }),
    ...answerComputers(computers),
    ...answerLooking(journey),
    ...answerRuns(journey),
    ...answerSaving({ journey, askWhere: (format, day) => dialogs.askWhere(format, day) }),
    ...answerLinks({ knowledge: () => journey().knowledge, agree: (address) => dialogs.agreeToOpen(address), open }),
  };
}
