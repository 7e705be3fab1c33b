import type { Action } from '../../../../src/main/core/machine/actions';
import type { Answer } from '../../../../src/main/core/machine/answer';
import { windowsActor } from '../../../../src/main/platform/windows/acting/windows-actor';
import { openActing } from '../../../../src/main/platform/windows/native/open-acting';
import { openNative } from '../../../../src/main/platform/windows/native/open-native';

/** What a test may have done inside the laboratory's Windows. */
export interface ActRequest {
  readonly action: Action;
  /** What the person answers when asked for the product's password; null: nobody is there. */
  readonly password: string | null;
  readonly logFile: string | null;
}

/** What came of it: the outcome, what was told meanwhile, whether a password was asked for and of which product. */
export interface ActReply {
  readonly outcome: string;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly lines: readonly string[];
  readonly askedFor: readonly string[];
  readonly ms: number;
}

/** Runs inside Windows: tells the actor that ships to do one thing, and prints what came of it as JSON. */
async function main(): Promise<void> {
  const { action, password, logFile } = JSON.parse(process.argv[2] ?? '') as ActRequest;
  const places = ['C:\\Program Files\\Offramp'];
  const [native, acting] = [openNative(places), openActing(places)];
  if ('unavailable' in native || 'unavailable' in acting) throw new Error(JSON.stringify([native, acting]));
  const [lines, askedFor]: [string[], string[]] = [[], []];
  const begun = performance.now();
  const actor = windowsActor(
    {
      native,
      acting,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      monotonicMs: () => performance.now(),
      environment: process.env,
    },
    { quarantine: never, putBack: never, keeps: async (): Promise<Answer<never>> => Promise.reject(new Error()) },
  );
  const outcome = await actor.act(action, {
    report: (line) => lines.push(line),
    logFile,
    run: 'run',
    step: 'step',
    askPassword: async (product) => {
      askedFor.push(product);
      return password;
    },
  });
  const reply: ActReply = { ...outcome, lines, askedFor, ms: Math.round(performance.now() - begun) };
  process.stdout.write(JSON.stringify(reply));
}

const never = async (): Promise<never> => Promise.reject(new Error('not asked for here'));

void main();
