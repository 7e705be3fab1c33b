import type {
  EventName,
  EventPayload,
  OfframpApi,
  Reply,
  Request,
  RequestInput,
  RequestOutput,
} from '../../../src/preload/contract/requests';
import { plan } from '../../../src/renderer/gallery/fixtures/plans';
import { doneRun, goneAndProtected, runningRun } from '../../../src/renderer/gallery/fixtures/runs';
import { presentScan } from '../../../src/renderer/gallery/fixtures/scans';
import { computers, facts, ranking } from '../../../src/renderer/gallery/fixtures/surroundings';

type Answers = { readonly [R in Request]: (input: RequestInput<R>) => Reply<R> | Promise<Reply<R>> };

export interface FakeOfframp {
  readonly api: OfframpApi;
  /** Every request in order, as it was asked. */
  readonly asked: readonly { readonly name: Request; readonly input: unknown }[];
  readonly inputsOf: (name: Request) => readonly unknown[];
  readonly tell: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  readonly listeners: () => number;
}

/** A main process without one: answers as the contract says, from the gallery's fixtures unless a test says otherwise. */
export function fakeOfframp(own: Partial<Answers> = {}): FakeOfframp {
  const answers: Answers = { ...usual, ...own };
  const asked: { name: Request; input: unknown }[] = [];
  const listeners = new Set<{ readonly name: EventName; readonly listener: (payload: never) => void }>();
  return {
    asked,
    inputsOf: (name) => asked.filter((entry) => entry.name === name).map(({ input }) => input),
    listeners: () => listeners.size,
    tell(name, payload) {
      for (const entry of listeners) if (entry.name === name) entry.listener(payload as never);
    },
    api: {
      async request(name, input) {
        asked.push({ name, input });
        return answers[name](input);
      },
      on(name, listener) {
        const entry = { name, listener };
        listeners.add(entry);
        return () => listeners.delete(entry);
      },
    },
  };
}

export const yes = <R extends Request>(value: RequestOutput<R>): Reply<R> => ({ ok: true, value });
export const broken: Reply<Request> & { readonly ok: false } = {
  ok: false,
  reason: 'failed',
  detail: 'the cat sat on it',
};

/** An answer that comes when the test says so. */
export function later<T>(): { readonly promise: Promise<T>; readonly answer: (value: T) => void } {
  let answer: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (answer = resolve));
  return { promise, answer };
}

const usual: Answers = {
  'app:facts': () => yes<'app:facts'>(facts),
  'settings:read': () => yes<'settings:read'>({ language: 'en', theme: 'system', technician: false }),
  'settings:write': (settings) => yes<'settings:write'>(settings),
  'computers:list': () => yes<'computers:list'>({ chosen: 'this', computers: [...computers] }),
  'computers:choose': ({ id }) => yes<'computers:choose'>({ chosen: id }),
  'scan:run': () => yes<'scan:run'>(presentScan),
  // As the real one does: what was chosen is part of the plan and of its digest.
  'plan:make': (choices) => yes<'plan:make'>({ ...plan, choices, digest: digestOf(choices) }),
  'alternatives:rank': () => yes<'alternatives:rank'>([...ranking]),
  'run:start': () => yes<'run:start'>({ ok: true, run: runningRun }),
  'run:resume': () => yes<'run:resume'>({ ok: true, run: runningRun }),
  'run:undo': () => yes<'run:undo'>({ ok: true, run: doneRun }),
  'runs:list': () => yes<'runs:list'>([doneRun]),
  'verify:run': () => yes<'verify:run'>(goneAndProtected),
  'report:make': () => ({ ok: false, reason: 'failed', detail: 'no page asks for this' }),
  'report:save': ({ format }) => yes<'report:save'>({ savedAs: `/tmp/proof.${format}` }),
  'link:open': () => yes<'link:open'>({ opened: true }),
};

export const digestOf = (choices: unknown): string => `digest of ${JSON.stringify(choices)}`;
