import type { Words } from '../core/knowledge/words';
import type { Ask } from './ask-on-terminal';

export interface RestartOffer {
  /** `--restart`: never, after a yes on the terminal, or at once. */
  readonly when: 'never' | 'ask' | 'now';
  /** A computer in memory is restarted by going on with its run. */
  readonly isThisComputer: boolean;
  readonly ask: Ask | null;
  readonly restart: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly detail: string }>;
  readonly words: Words;
}

/**
 * Restarts this computer, when that was asked for or is answered with yes; else nothing happens and the run waits. Gives one line to
 * say, or null.
 */
export async function offerRestart({
  when,
  isThisComputer,
  ask,
  restart,
  words,
}: RestartOffer): Promise<string | null> {
  if (!isThisComputer || when === 'never') return null;
  if (when === 'ask') {
    if (ask === null) return null;
    const answer = await ask(`${words('cli.restart.ask')} `);
    if (!words('cli.agree-answers').split(' ').includes(answer.trim().toLowerCase())) return null;
  }
  const restarted = await restart();
  return restarted.ok ? words('cli.restart.begins') : words('cli.restart.failed', { detail: restarted.detail });
}
