import { runState } from '../execution/read-journal';
import { judge } from '../verification/verification';
import { removedBy } from './removed-by';
import { scanMachine } from './scan-machine';
import type { LookAgainResult, SessionTools } from './session';
import { underLock } from './under-lock';

/** See `Session.lookAgain`. */
export async function lookAgain(run: string, tools: SessionTools): Promise<LookAgainResult> {
  return underLock<LookAgainResult>(tools, async () => {
    const opened = tools.journals.open(run);
    if (!opened.ok) return { ok: false, refusal: { reason: opened.reason } };
    const { journal } = opened;
    tools.replay?.(journal);
    const verification = judge(await scanMachine(tools), tools.words, removedBy(runState(journal.lines())));
    journal.append({
      event: 'looked-again',
      verdict: verification.verdict,
      returned: verification.returned.map(({ product }) => product),
    });
    return { ok: true, verification };
  });
}
