import { isAccomplished } from '../../core/execution/is-accomplished';
import type { Action, ActionOutcome } from '../../core/machine/actions';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import { actionText } from '../../core/machine/command-for';
import type { ActingSurroundings, Machine, MachineReader } from '../../core/machine/machine';
import type { Answers, SimulatedComputer } from '../../core/machine/machine-file';
import type { Question } from '../../core/machine/questions';
import type { MachineDescription, Platform } from '../../core/machine/shapes';
import { mergeAnswers } from './merge-answers';
import { keptItems, movedAside } from './moved-aside';
import type { SimulatedEvent } from './simulated-event';
import { happen, partsOf, untouched, type SimulatedState } from './simulated-events';
import { storedAnswers, type StoredAnswers } from './stored-answers';
import { withoutLeftovers } from './without-leftovers';

/** A computer in memory, with what only a computer in memory can do. */
export interface SimulatedMachine extends Machine {
  /** Finishes removals that wait for it, as switching off and on would. */
  restart(): void;
  /** Everything that happened so far, as JSON. */
  snapshot(): readonly SimulatedEvent[];
  /** Starts over and lets these events happen: a run then goes on in another process where it was cut off. */
  replay(events: readonly SimulatedEvent[]): void;
  /** Another one after every restart, the same in every process. */
  readonly bootId: string;
}

export interface SimulatedOptions {
  /** Restarts that lie behind this computer before its first event. Only its `bootId` shows them. Default 0. */
  readonly restarts?: number;
}

/**
 * A simulated computer that answers, can be acted on and restarts. Nothing outside memory is read or changed. There is no clock
 * and no randomness in it: the same events always lead to the same state.
 */
export function simulatedMachine(
  computer: SimulatedComputer,
  { restarts = 0 }: SimulatedOptions = {},
): SimulatedMachine {
  let state = untouched(computer);
  let stored = storedIn(computer, state);
  const platform = platformOf(computer.answers);

  const reader: MachineReader = {
    ask: async (question, given) => stored.find(question, given) ?? notKept(question, platform),
  };
  const become = (next: SimulatedState): void => {
    state = next;
    stored = storedIn(computer, state);
  };
  const act = async (action: Action, { report }: ActingSurroundings): Promise<ActionOutcome> => {
    report(actionText(action));
    const happened = happen(computer, state, { event: 'action', action });
    if (happened.outcome === null) return nobodyMeant(action, reader);
    become(happened.state);
    report(`simulated: ${happened.outcome.outcome}`);
    return happened.outcome;
  };

  return {
    source: { kind: 'simulated', name: computer.name },
    reader,
    acting: { can: true, actor: { act, keeps: async () => ok(keptItems(state.events)) } },
    restart: () => become(happen(computer, state, { event: 'restart' }).state),
    snapshot: () => state.events,
    replay: (events) =>
      become(events.reduce((before, event) => happen(computer, before, event).state, untouched(computer))),
    get bootId() {
      return `simulated-${computer.name}-${restarts + state.events.filter(({ event }) => event === 'restart').length}`;
    },
  };
}

const storedIn = (computer: SimulatedComputer, state: SimulatedState): StoredAnswers =>
  storedAnswers(
    withoutLeftovers(
      mergeAnswers(partsOf(computer, state)),
      movedAside(state.events).map(({ leftover }) => leftover),
    ),
  );

/** Something may be there that no removal of this computer takes away: then "was not there" would be a lie. */
async function nobodyMeant(action: Action, reader: MachineReader): Promise<ActionOutcome> {
  return (await isAccomplished(action, reader)) === 'yes'
    ? { outcome: 'was-not-there', reason: null, detail: null }
    : { outcome: 'failed', reason: 'tool-failed', detail: 'simulated: nothing removes this' };
}

function platformOf(answers: Answers): Platform {
  const description = answers['description'];
  if (description?.status !== 'ok') throw new Error('a simulated computer says what it is');
  return (description.value as MachineDescription).platform;
}

/** As real readers have it: a place that is not there is absent, and what a platform does not have cannot be asked there. */
function notKept(question: Question, platform: Platform): Answer<never> {
  switch (question) {
    case 'registry-tree':
      return platform === 'windows' ? unanswered('absent', 'not there') : notHere;
    case 'product-command':
      return platform === 'macos' ? notHere : unanswered('absent', 'not there');
    case 'packages':
    case 'package-files':
    case 'package-tools':
      return platform === 'linux' ? unanswered('absent', 'not there') : notHere;
    case 'path':
    case 'folder':
    case 'text':
      return unanswered('absent', 'not there');
    case 'description':
    case 'privilege':
    case 'services':
    case 'processes':
    case 'browser-extensions':
    case 'certificates':
    case 'protection':
    case 'connectivity':
      return ok({ addressed: true, gateway: true, nameServers: true }) as Answer<never>;
    case 'condition':
      return unanswered('failed', 'this simulated computer does not say');
    case 'built-in-protection':
      return platform === 'linux' ? notHere : unanswered('failed', 'this simulated computer does not say');
    case 'user-profiles':
    case 'autostarts':
    case 'native-hosts':
    case 'extension-policies':
      return nothingListed;
    case 'msi-products':
    case 'scheduled-tasks':
    case 'class-filters':
    case 'network-bindings':
    case 'minifilters':
    case 'restore-points':
      return platform === 'windows' ? nothingListed : notHere;
    case 'app-bundles':
    case 'install-receipts':
    case 'system-extensions':
    case 'device-profiles':
      return platform === 'macos' ? nothingListed : notHere;
    default:
      return assertNever(question);
  }
}

/** A story names what matters to it; these lists are empty unless it does. */
const nothingListed = ok<readonly never[]>([]) as Answer<never>;
const notHere = unanswered('not-applicable', 'not on this system');

function assertNever(value: never): never {
  throw new Error(`Unknown question: ${String(value)}`);
}
