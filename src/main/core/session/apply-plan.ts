import { executePlan } from '../execution/execute-plan';
import type { Consent, Journal } from '../execution/journal';
import { runState } from '../execution/read-journal';
import type { MachineActor } from '../machine/machine';
import type { Scan } from '../matching/scan';
import { canonicalJson } from '../planning/canonical-json';
import { comparePlans } from '../planning/compare-plans';
import { makePlan } from '../planning/make-plan';
import type { Plan, PlanChoices } from '../planning/plan';
import { judge } from '../verification/verification';
import { plannerFor } from './planner-for';
import { scanMachine } from './scan-machine';
import { underLock } from './under-lock';
import type { ApplyEvents, ApplyResult, Refusal, SessionTools } from './session';

/** See `Session.apply`. */
export async function applyPlan(
  agreed: Plan | { readonly digest: string; readonly choices: PlanChoices },
  consent: Consent,
  tools: SessionTools,
  events: ApplyEvents = {},
): Promise<ApplyResult> {
  return underLock<ApplyResult>(tools, async (actor) => {
    const before = await scanMachine(tools);
    const own = makePlan(before, agreed.choices, await plannerFor(tools));
    const refusal = whyNot(agreed, own);
    if (refusal !== null) return { ok: false, refusal };
    const run = tools.newRunId(tools.now());
    const journal = tools.journals.create(run);
    journal.append({
      event: 'run-started',
      run,
      tool: tools.toolVersion,
      dataVersion: tools.knowledge.dataVersion,
      plan: own,
      before,
      consent,
      clockGiven: tools.clockGiven,
      bootId: tools.bootId,
    });
    return carryOut(own, journal, actor, tools, events);
  });
}

/** See `Session.resume`. */
export async function resumeRun(
  run: string | null,
  tools: SessionTools,
  events: ApplyEvents = {},
): Promise<ApplyResult> {
  return underLock<ApplyResult>(tools, async (actor) => {
    const id = run ?? unfinishedRun(tools);
    if (id === null) return { ok: false, refusal: { reason: 'no-such-run' } };
    const opened = tools.journals.open(id);
    if (!opened.ok) return { ok: false, refusal: { reason: opened.reason } };
    const { journal } = opened;
    const { started, ended } = runState(journal.lines());
    if (ended === 'done') return { ok: false, refusal: { reason: 'run-ended' } };
    tools.replay?.(journal);
    const now = makePlan(await scanMachine(tools), started.plan.choices, await plannerFor(tools));
    if (!isCovered(now, started.plan)) return { ok: false, refusal: { reason: 'computer-changed' } };
    journal.append({ event: 'resumed', bootId: tools.bootId });
    return carryOut(started.plan, journal, actor, tools, events);
  });
}

function whyNot(agreed: Plan | { readonly digest: string; readonly choices: PlanChoices }, own: Plan): Refusal | null {
  // What only has to be waited for also makes the plan another one, and nobody should have to agree anew because of it.
  const waits = own.blockers.filter(({ severity, who }) => severity === 'stop' && who === 'wait');
  if (waits.length > 0) return { reason: 'blocked', blockers: waits };
  if ('steps' in agreed) {
    const changes = comparePlans(agreed, own);
    if (changes !== null) return { reason: 'plan-differs', changes };
  } else if (agreed.digest !== own.digest) {
    return { reason: 'plan-differs', changes: { added: [], dropped: [], changed: [], computerChanged: true } };
  }
  const stops = own.blockers.filter(({ severity }) => severity === 'stop');
  if (stops.length > 0) return { reason: 'blocked', blockers: stops };
  return own.steps.some(({ kind }) => kind === 'action') ? null : { reason: 'nothing-to-do' };
}

/** Everything that would be removed now was agreed to then. Less is fine: part of it is done. */
function isCovered(now: Plan, agreed: Plan): boolean {
  const agreedActions = agreed.steps.flatMap(({ action }) => (action === null ? [] : [action]));
  return now.steps.every(({ action }) => {
    if (action === null) return true;
    return agreedActions.some((other) =>
      action.verb === 'remove-packages'
        ? other.verb === 'remove-packages' && action.packages.every((name) => other.packages.includes(name))
        : canonicalJson(other) === canonicalJson(action),
    );
  });
}

const unfinishedRun = (tools: SessionTools): string | null =>
  tools.journals.runs().find((id) => {
    const opened = tools.journals.open(id);
    return opened.ok && runState(opened.journal.lines()).ended !== 'done';
  }) ?? null;

async function carryOut(
  plan: Plan,
  journal: Journal,
  actor: MachineActor,
  tools: SessionTools,
  events: ApplyEvents,
): Promise<ApplyResult> {
  const watched: Journal = {
    run: journal.run,
    lines: () => journal.lines(),
    append(event) {
      journal.append(event);
      events.onJournal?.(runState(journal.lines()), journal.run);
    },
  };
  events.onJournal?.(runState(journal.lines()), journal.run);
  let latest: Scan | null = null;
  const outcome = await executePlan(plan, {
    actor,
    reader: tools.machine.reader,
    journal: watched,
    logFile: (step) => tools.journals.logFile(journal.run, step),
    bootId: tools.bootId,
    askPassword: events.askPassword ?? (async () => null),
    onToolLine: (step, line) => events.onToolLine?.(step, line),
    async check(verb) {
      latest ??= await scanMachine(tools);
      const verdict = judge(latest, tools.words);
      return verb === 'check-gone'
        ? { passed: verdict.gone === 'yes', reason: verdict.gone === 'yes' ? null : `gone-${verdict.verdict}` }
        : {
            passed: verdict.protected === 'yes',
            reason: verdict.protected === 'yes' ? null : `protected-${verdict.protected}`,
          };
    },
  });
  return { ok: true, run: journal.run, outcome, state: runState(journal.lines()) };
}
