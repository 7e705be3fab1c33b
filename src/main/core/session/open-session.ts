import type { Session, SessionTools } from './session';
import { rankAlternatives } from '../choosing/rank-alternatives';
import { makePlan } from '../planning/make-plan';
import { journalText } from '../reporting/journal-text';
import { makeReport } from '../reporting/make-report';
import { judge } from '../verification/verification';
import { applyPlan, resumeRun } from './apply-plan';
import { lookUpRun } from './look-up-run';
import { plannerFor } from './planner-for';
import { lookAgain } from './look-again';
import { removedBy } from './removed-by';
import { scanMachine } from './scan-machine';
import { keptItems, undoRun } from './undo-run';

/** Strings the stages together for one computer. */
export function openSession(tools: SessionTools): Session {
  const session: Session = {
    scan: (events) => scanMachine(tools, events),
    async plan(choices) {
      const scan = await scanMachine(tools);
      const planner = await plannerFor(tools);
      const whole = makePlan(scan, { ...choices, skip: [] }, planner);
      return {
        scan,
        plan: makePlan(scan, choices, planner),
        unknownSteps: choices.skip.filter((id) => !whole.steps.some((step) => step.id === id)),
      };
    },
    apply: (agreed, consent, events) => applyPlan(agreed, consent, tools, events),
    resume: (run, events) => resumeRun(run, tools, events),
    kept: (run) => keptItems(run, tools),
    undo: (run, items, onItem) => undoRun(run, items, tools, onItem),
    async verify(run) {
      const found = run === null ? null : lookUpRun(run, tools);
      if (found !== null && !found.ok) return found;
      const removed = found === null ? [] : removedBy(found.state);
      return { ok: true, verification: judge(await scanMachine(tools), tools.words, removed) };
    },
    lookAgain: (run) => lookAgain(run, tools),
    async report(run) {
      const found = run === null ? null : lookUpRun(run, tools);
      if (found !== null && !found.ok) return found;
      const removed = found === null ? [] : removedBy(found.state);
      const after = judge(await scanMachine(tools), tools.words, removed);
      return {
        ok: true,
        report: makeReport(
          found === null ? null : { id: found.run, state: found.state },
          after,
          tools.now(),
          tools.words,
          tools.sealing?.() ?? null,
        ),
      };
    },
    async alternatives(needs) {
      const description = await tools.machine.reader.ask('description', {}, 5_000);
      return description.status === 'ok'
        ? rankAlternatives(tools.knowledge.alternatives, { ...needs, platform: description.value.platform })
        : [];
    },
    journal(run) {
      const opened = tools.journals.open(run);
      return opened.ok ? { ok: true, text: journalText(opened.journal.lines(), tools.words) } : opened;
    },
    run: (id) => lookUpRun(id, tools),
    runs: () => tools.journals.runs().map((id) => lookUpRun(id, tools)),
  };
  return session;
}
