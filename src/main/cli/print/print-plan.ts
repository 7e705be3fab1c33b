import type { Words } from '../../core/knowledge/words';
import type { Scan } from '../../core/matching/scan';
import type { Plan } from '../../core/planning/plan';
import { printBlocker } from './print-blocker';
import { wrap } from './table';

/** A plan as a person reads it before agreeing: what must be settled, each step with exactly what will run, what stays. */
export function printPlan(plan: Plan, scan: Scan, words: Words, columns: number): string {
  const indented = (text: string) => wrap(text, columns - 5).map((line) => `     ${line}`);
  const listed = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [words(title), ...texts.flatMap((text) => wrap(`- ${text}`, columns)), ''];
  if (plan.steps.length === 0) return `${words(`verdicts.${scan.verdict}`)}\n${words('reasons.nothing-to-do')}\n`;
  const parts = [
    words('cli.plan.title', {
      count: plan.steps.length,
      minutes: plan.steps.reduce((sum, { minutes }) => sum + minutes, 0),
    }),
    ...(scan.machine.simulated ? [words('cli.simulated')] : []),
    '',
    ...plan.blockers.flatMap((blocker) => printBlocker(blocker, words, columns)),
    ...plan.steps.flatMap((step, at) => [
      `${String(at + 1).padStart(3)}. ${step.title}  [${step.id}]`,
      ...indented(step.why),
      ...(step.shows === '' ? [] : [`     $ ${step.shows}`]),
      '',
    ]),
    ...listed('cli.plan.drops', plan.drops ?? []),
    ...listed('cli.plan.keeps', plan.keeps ?? []),
    ...listed('cli.plan.not-touched', [...plan.notTouched, ...(plan.onlyTold ?? [])]),
    words('cli.plan.digest', { digest: plan.digest }),
  ];
  return `${parts.join('\n')}\n`;
}
