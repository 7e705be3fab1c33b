import type { Action, ActionOutcome } from '../../core/machine/actions';
import type { Answers, SimulatedComputer, SimulatedSoftware } from '../../core/machine/machine-file';
import type { InstalledPackage } from '../../core/machine/shapes';
import { asideOutcome } from './moved-aside';
import type { SimulatedEvent } from './simulated-event';

/** How one piece of software is after all that happened. */
export type Condition =
  | { readonly is: 'there'; readonly failedTries: number }
  | { readonly is: 'waits-for-restart'; readonly becomes: 'gone' | 'settings-kept' }
  | { readonly is: 'settings-kept' }
  | { readonly is: 'gone' };

export interface SimulatedState {
  readonly events: readonly SimulatedEvent[];
  /** One for each of the computer's software, in its order. */
  readonly conditions: readonly Condition[];
}

export const untouched = (computer: SimulatedComputer): SimulatedState => ({
  events: [],
  conditions: computer.software.map(() => ({ is: 'there', failedTries: 0 })),
});

export interface Happened {
  readonly state: SimulatedState;
  /** Null when the event asks for something that no software of this computer answers to. */
  readonly outcome: ActionOutcome | null;
}

/** What an event makes of a state. The same event on the same state always gives the same. */
export function happen(computer: SimulatedComputer, state: SimulatedState, event: SimulatedEvent): Happened {
  const events = [...state.events, event];
  switch (event.event) {
    case 'restart':
      return { state: { events, conditions: state.conditions.map(afterRestart) }, outcome: null };
    case 'action': {
      const aside = asideOutcome(state.events, event.action);
      if (aside !== null) return { state: { ...state, events }, outcome: aside };
      const { conditions, outcome } = acted(computer, state.conditions, event.action);
      return { state: { events, conditions }, outcome };
    }
    default:
      return assertNever(event);
  }
}

/** What is on the computer in a state, part by part, for `mergeAnswers`. */
export function partsOf(computer: SimulatedComputer, state: SimulatedState): readonly Answers[] {
  const withCondition = computer.software.map((software, at) => ({
    software,
    condition: conditionAt(state.conditions, at),
  }));
  return [
    computer.answers,
    ...withCondition.flatMap(({ software, condition }) => (isGone(condition) ? [software.leaves ?? {}] : [])),
    ...withCondition.flatMap(({ software, condition }) =>
      condition.is === 'settings-kept' ? [settingsOf(software)] : [],
    ),
    ...withCondition.flatMap(({ software, condition }) => (isGone(condition) ? [] : [software.answers])),
  ];
}

const isGone = ({ is }: Condition): boolean => is === 'gone' || is === 'settings-kept';

const afterRestart = (condition: Condition): Condition =>
  condition.is === 'waits-for-restart' ? { is: condition.becomes } : condition;

/** A package manager does all of one command or nothing: one package that fails keeps the others. */
function acted(
  computer: SimulatedComputer,
  conditions: readonly Condition[],
  action: Action,
): Omit<Happened, 'state'> & Pick<SimulatedState, 'conditions'> {
  const meant = computer.software.flatMap((software, at) =>
    isMeant(software, conditionAt(conditions, at), action) ? [at] : [],
  );
  if (meant.length === 0) return { conditions, outcome: null };
  const failing = meant.find((at) => failsNow(softwareAt(computer, at), conditionAt(conditions, at)));
  if (failing !== undefined) {
    const { name, fails } = softwareAt(computer, failing);
    const tries = triesOf(conditionAt(conditions, failing)) + 1;
    return {
      conditions: conditions.with(failing, { is: 'there', failedTries: tries }),
      outcome: {
        outcome: 'failed',
        reason: fails?.reason ?? 'tool-failed',
        detail: `simulated: ${name}, try ${tries}`,
      },
    };
  }
  const after = meant.reduce(
    (all, at) => all.with(at, removed(softwareAt(computer, at), conditionAt(all, at), action)),
    conditions,
  );
  const waits = meant.some((at) => after[at]?.is === 'waits-for-restart');
  return { conditions: after, outcome: { outcome: waits ? 'done-after-restart' : 'done', reason: null, detail: null } };
}

function isMeant({ removedBy }: SimulatedSoftware, condition: Condition, action: Action): boolean {
  if (removedBy === null || removedBy.verb !== action.verb || condition.is === 'gone') return false;
  switch (action.verb) {
    case 'remove-packages':
      return action.packages.includes(removedBy.target) && (condition.is !== 'settings-kept' || action.purge);
    case 'uninstall-msi':
      return action.productCode === removedBy.target;
    case 'run-uninstaller':
      return action.entry === removedBy.target;
    default:
      return false;
  }
}

const failsNow = ({ fails }: SimulatedSoftware, condition: Condition): boolean =>
  fails !== undefined && condition.is === 'there' && (fails.tries === 0 || condition.failedTries < fails.tries);

const triesOf = (condition: Condition): number => (condition.is === 'there' ? condition.failedTries : 0);

function removed(software: SimulatedSoftware, condition: Condition, action: Action): Condition {
  const is =
    action.verb === 'remove-packages' && !action.purge && packagesOf(software).length > 0 ? 'settings-kept' : 'gone';
  return software.needsRestart === true && condition.is !== 'settings-kept'
    ? { is: 'waits-for-restart', becomes: is }
    : { is };
}

/** Only dpkg keeps settings of a removed package; other tools forget it. */
const settingsOf = (software: SimulatedSoftware): Answers => ({
  packages: { status: 'ok', value: packagesOf(software).map((entry) => ({ ...entry, state: 'settings-kept' })) },
});

function packagesOf({ answers }: SimulatedSoftware): readonly InstalledPackage[] {
  const packages = answers['packages'];
  return packages?.status === 'ok'
    ? (packages.value as InstalledPackage[]).filter(({ manager }) => manager === 'dpkg')
    : [];
}

function softwareAt({ software }: SimulatedComputer, at: number): SimulatedSoftware {
  const found = software[at];
  if (found === undefined) throw new Error(`no software at ${at}`);
  return found;
}

function conditionAt(conditions: readonly Condition[], at: number): Condition {
  const found = conditions[at];
  if (found === undefined) throw new Error(`no condition at ${at}`);
  return found;
}

function assertNever(value: never): never {
  throw new Error(`Unexpected: ${JSON.stringify(value)}`);
}
