import type { Knowledge, Language } from '../../core/knowledge/knowledge';
import { wordsIn } from '../../core/knowledge/words';
import type { Plan, PlanChoices } from '../../core/planning/plan';
import { openSession } from '../../core/session/open-session';
import type { Session, SessionTools } from '../../core/session/session';
import type { KeptThing, RunView } from '../../../preload/contract/requests';
import { listRuns } from './list-runs';
import { refused, type Runner, type Starting, type Tell } from './runner';
import { scanOnce, type JoinableScan } from './scan-once';

/** One computer on its way: what was seen, what was planned, what is being carried out. */
export interface Journey {
  readonly id: string;
  readonly simulated: boolean;
  readonly knowledge: Knowledge;
  readonly scan: JoinableScan;
  session(): Session;
  tools(): SessionTools;
  /** Makes a plan and remembers it as the one that can be agreed to. */
  plan(choices: PlanChoices): Promise<Plan>;
  /** Carries out the plan that was made last, when its digest is the agreed one and the computer still asks for the same. */
  start(digest: string): Promise<Starting>;
  resume(run: string): Promise<Starting>;
  undo(run: string, items: readonly string[] | null): Promise<Starting>;
  runs(): RunView[];
  activeRun(): string | null;
  speak(language: Language): void;
}

export interface JourneyParts {
  readonly id: string;
  readonly tools: SessionTools;
  readonly tell: Tell;
  /** Asks the person once more, outside the page. Not asked for a computer in memory. */
  readonly confirm: (plan: Plan) => Promise<boolean>;
  /** The same before things are put back: what each is, and where it goes. */
  readonly confirmUndo: (things: readonly KeptThing[]) => Promise<boolean>;
  readonly runnerFor: (session: () => Session, tools: () => SessionTools) => Runner;
  /** Which run other processes are carrying out, besides ours. */
  readonly isActedElsewhere: (run: string) => boolean;
}

/** Puts a journey together from its parts. */
export function openJourney(parts: JourneyParts): Journey {
  const { id, tools: given, tell, confirm, confirmUndo, runnerFor, isActedElsewhere } = parts;
  let tools = given;
  let session = openSession(tools);
  let lastPlan: Plan | null = null;
  let isStarting = false;
  const simulated = given.machine.source.kind === 'simulated';
  const runner = runnerFor(
    () => session,
    () => tools,
  );

  async function start(digest: string): Promise<Starting> {
    if (lastPlan === null || lastPlan.digest !== digest) return refused('plan-differs');
    const { plan } = await session.plan(lastPlan.choices);
    if (plan.digest !== digest) return refused('plan-differs');
    const stops = plan.blockers.filter(({ severity }) => severity === 'stop');
    if (stops.length > 0) return refused('blocked', null, stops);
    if (!plan.steps.some(({ kind }) => kind === 'action')) return refused('nothing-to-do');
    if (!simulated && !(await confirm(plan))) return refused('not-confirmed');
    return runner.start(plan);
  }

  async function undo(run: string, items: readonly string[] | null): Promise<Starting> {
    const found = listRuns(tools.journals, () => false).find((view) => view.run === run);
    if (found === undefined) return refused('no-such-run');
    const things = found.kept.filter(({ item, state }) => items?.includes(item) ?? state !== 'back');
    const unknown = items?.find((item) => !things.some((thing) => thing.item === item));
    if (unknown !== undefined) return refused('no-such-item', unknown);
    if (!simulated && !(await confirmUndo(things))) return refused('not-confirmed');
    return runner.undo(run, items);
  }

  return {
    id,
    simulated,
    knowledge: given.knowledge,
    scan: scanOnce(
      (onProbe) => session.scan({ onProbe }),
      (event) => tell('scan:probe', event),
    ),
    session: () => session,
    tools: () => tools,
    async plan(choices) {
      const { plan } = await session.plan(choices);
      lastPlan = plan;
      return plan;
    },
    start: (digest) => alone(() => start(digest)),
    resume: (run) => alone(() => runner.resume(run)),
    undo: (run, items) => alone(() => undo(run, items)),
    runs: () => listRuns(tools.journals, (run) => run === runner.activeRun() || isActedElsewhere(run)),
    activeRun: () => runner.activeRun(),
    speak(language) {
      tools = { ...tools, language, words: wordsIn(language, tools.knowledge.messages) };
      session = openSession(tools);
    },
  };

  /** One beginning at a time: a second click must not bring a second dialog or a second prompt. */
  async function alone(work: () => Promise<Starting>): Promise<Starting> {
    if (isStarting || runner.activeRun() !== null) return refused('somebody-else', runner.activeRun());
    isStarting = true;
    try {
      return await work();
    } finally {
      isStarting = false;
    }
  }
}
