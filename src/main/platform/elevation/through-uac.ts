import { dirname } from 'node:path';
import { commandLineFrom } from '../windows/acting/command-line';
import { filesWeRunFrom } from '../windows/acting/where-we-run';
import type { StartElevated } from '../windows/native/elevated-start';
import { openActing } from '../windows/native/open-acting';

/**
 * The last word of a command line that our own program hands on through Windows' question for administrator rights. Windows has no
 * program like `pkexec` that asks, starts and waits; ours, without rights, does it for itself, and ends with the exit code of what it
 * started or with the two of pkexec (see `elevation-refusal.ts`).
 */
export const throughUac = '--through-uac';

/** Whether these words are to be handed on. Only what acts ever needs the rights. */
export const goesThroughUac = (words: readonly string[], platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' && words[0] === 'apply' && words.at(-1) === throughUac;

/** Starts this very program again with the words before the last one, asks the person, and waits for its end. */
export async function startThroughUac(words: readonly string[]): Promise<number> {
  const acting = openActing();
  return 'unavailable' in acting ? nobodyToAsk : handOn(words, filesWeRunFrom(), acting.startElevated);
}

/** `files` are the program and, when it is Node, the script it runs. */
export async function handOn(
  words: readonly string[],
  [program = '', ...script]: readonly string[],
  startElevated: StartElevated,
): Promise<number> {
  const parameters = commandLineFrom([...script, ...words.slice(0, -1)]);
  const started = await startElevated({ program, parameters, folder: dirname(program) });
  if (started.status !== 'ok') return started.status === 'failed' && started.code === cancelled ? denied : nobodyToAsk;
  const { exitCode, close } = started.value;
  try {
    for (;;) {
      const code = exitCode();
      if (code !== null) return code;
      await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    }
  } finally {
    close();
  }
}

/** ERROR_CANCELLED: the person said no. */
const cancelled = 1223;
const denied = 126;
const nobodyToAsk = 127;
const betweenLooksMs = 200;
