import { planToday, type NoPlan, type OwnPlan } from '../countdown/own-plan';
import { windowToday, type Window } from '../countdown/window';
import { scanMachine } from './scan-machine';
import type { SessionTools } from './session';

/** The three clocks for this computer. `today` is the person's own calendar day; the law's clock has its own. */
export async function windowForComputer(
  tools: SessionTools,
  plan: OwnPlan | null,
  today: string,
): Promise<{ readonly ok: true; readonly window: Window } | { readonly ok: false; readonly reason: NoPlan }> {
  const own = plan === null ? null : planToday(plan, today);
  if (own !== null && !own.ok) return own;
  const scan = await scanMachine(tools);
  const newest = scan.detections
    .flatMap(({ licence, state }) => (state === 'leftover' ? [] : [licence.definitionsDate]))
    .filter((date) => date !== null)
    .sort()
    .at(-1);
  const { policies } = tools.knowledge;
  return {
    ok: true,
    window: windowToday({
      policies,
      language: tools.language,
      now: tools.now(),
      definitionsDate: newest ?? null,
      ownPlan: own?.plan ?? null,
    }),
  };
}
