import type { JournalLine } from '../execution/journal';
import type { Words } from '../knowledge/words';
import type { Plan } from '../planning/plan';

/** A run's whole record in plain words, one line an event, in order, with the time of each. Nothing is left out. */
export function journalText(lines: readonly JournalLine[], words: Words): string {
  const first = lines[0]?.body;
  if (first?.event !== 'run-started') return '';
  return lines.map(({ at, body }) => `${at}  ${told(body, first.plan, words)}\n`).join('');
}

function told(body: JournalLine['body'], plan: Plan, words: Words): string {
  const title = (id: string): string => plan.steps.find((step) => step.id === id)?.title ?? id;
  const because = (reason: string | null): string => (reason === null ? '' : ` ${words(`reasons.${reason}`)}`);
  switch (body.event) {
    case 'run-started':
      return words('journal.run-started', {
        run: body.run,
        count: plan.steps.length,
        consent: words(`journal.consent.${body.consent.given}`),
        tool: body.tool,
        data: body.dataVersion,
      });
    case 'resumed':
      return words('journal.resumed');
    case 'intent':
      return words('journal.intent', { step: title(body.step) });
    case 'outcome':
      return `${words('journal.outcome', { step: title(body.step), outcome: words(`outcomes.${body.outcome}`) })}${because(body.reason)}`;
    case 'noted':
      return words('journal.noted', {
        count: body.filters.classFilters.length + body.filters.networkBindings.length + body.filters.minifilters.length,
        missing: body.filters.withoutDriver.length,
      });
    case 'run-ended':
      return words('journal.run-ended', { outcome: words(`run-outcomes.${body.outcome}`) });
    case 'undo-intent':
      return words('journal.undo-intent', { item: thing(body.item, plan) });
    case 'undo-outcome':
      return `${words('journal.undo-outcome', { item: thing(body.item, plan), outcome: words(`outcomes.${body.outcome}`) })}${because(body.reason)}`;
    case 'looked-again':
      return words('journal.looked-again', {
        verdict: words(`verdicts.${body.verdict}`),
        returned: body.returned.join(', ') || '–',
      });
  }
}

const thing = (item: string, plan: Plan): string =>
  plan.steps.find(({ action }) => action?.verb === 'quarantine' && action.item === item)?.shows ?? item;
