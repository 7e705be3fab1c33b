import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OfframpApi, Settings } from '../../preload/contract/requests';
import type { Intentions } from './intentions';
import { checking } from './checking';
import { choosing } from './choosing';
import { history } from './history';
import { journeyBegins, type JourneyState } from './journey-state';
import { askAboutChosen, type JourneyTools } from './journey-tools';
import { planning } from './planning';
import { proving } from './proving';
import { removing } from './removing';
import { runOf } from './run-of';

export interface Journey {
  readonly store: StoreApi<JourneyState>;
  readonly does: Intentions;
  /** Reads the settings, so that the first words are in the right language. */
  readonly readSettings: () => Promise<void>;
  /** Looks at the computer and at what is already known about it. */
  readonly begin: () => Promise<void>;
  /** Stops listening. */
  readonly end: () => void;
}

/** The whole journey without a window: a store, and what can be wanted of it. */
export function createJourney({ api, now }: { readonly api: OfframpApi; readonly now: () => Date }): Journey {
  const store = createStore<JourneyState>()(() => journeyBegins);
  const tools: JourneyTools = { api, store, now };
  const parts = joinParts(tools);
  const stops = [
    api.on('scan:probe', parts.check.takeProbe),
    api.on('run:changed', parts.remove.takeView),
    api.on('run:line', parts.remove.takeLine),
  ];
  return {
    store,
    does: intentions(tools, parts),
    async readSettings() {
      const reply = await api.request('settings:read', {});
      if (reply.ok) store.setState({ settings: reply.value });
    },
    async begin() {
      await Promise.all([readFacts(tools), readComputers(tools), adoptRuns(tools, parts.remove), parts.check.look()]);
    },
    end: () => stops.forEach((stop) => stop()),
  };
}

type Parts = ReturnType<typeof joinParts>;

function joinParts(tools: JourneyTools) {
  const plan = planning(tools);
  const choose = choosing(tools);
  const prove = proving(tools);
  const check = checking(tools, (scan) => {
    void choose.suggestNeeds(scan);
    if (scan.verdict === 'present' || scan.verdict === 'leftovers') void plan.makePlan();
    else tools.store.setState({ plan: { phase: 'empty' } });
  });
  const remove = removing(tools, (view) => {
    if (view.outcome === 'done') void prove.verify(view.run);
  });
  return { plan, choose, prove, check, remove, past: history(tools) };
}

function intentions(tools: JourneyTools, parts: Parts): Intentions {
  const { api, store } = tools;
  const { plan, choose, prove, check, remove, past } = parts;
  const run = (): string | null => runOf(store.getState().removal)?.run ?? null;
  return {
    goTo(page) {
      store.setState({ page });
      if (page === 'history') void past.read();
    },
    lookAgain: () => void check.look(),
    keepSettings: (keep) => void plan.keepSettings(keep),
    settle: (blocker, settled) => void plan.settle(blocker, settled),
    lookAt: plan.lookAt,
    setDone: plan.setDone,
    setNeeds: (needs) => void choose.setNeeds(needs),
    replaceWith: (alternative) => void plan.replaceWith(alternative),
    startRemoval: () => void remove.start(),
    resume: (view) => void remove.resume(view),
    undo: (run, item) => void past.undo(run, item),
    planAgain() {
      store.setState({ removal: { phase: 'idle' } });
      void check.look();
    },
    verify: () => void prove.verify(run()),
    save: (format) => void prove.save(run(), format),
    openPage: (of, id) => void api.request('link:open', { of, id }),
    changeSettings: (settings) => void changeSettings(settings, tools, parts),
    chooseComputer: (id) => void chooseComputer(id, tools, parts),
  };
}

async function changeSettings(settings: Settings, tools: JourneyTools, parts: Parts): Promise<void> {
  const { api, store } = tools;
  const before = store.getState().settings;
  store.setState({ settings });
  const reply = await api.request('settings:write', settings);
  store.setState({ settings: reply.ok ? reply.value : before });
  if (reply.ok && reply.value.language !== before.language) await sayAgain(tools, parts);
}

/** Another computer is another journey: nothing said about the one before may be carried over. */
async function chooseComputer(id: string, tools: JourneyTools, { remove, check }: Parts): Promise<void> {
  const { api, store } = tools;
  const reply = await api.request('computers:choose', { id });
  if (!reply.ok) return;
  store.setState(({ generation, facts, settings, computers }) => ({
    ...journeyBegins,
    generation: generation + 1,
    facts,
    settings,
    computers: { ...computers, chosen: reply.value.chosen },
  }));
  await Promise.all([adoptRuns(tools, remove), check.look()]);
}

/** Plans, blockers and what was not checked come worded from the main process: after a change of language they are asked for anew. */
async function sayAgain({ store }: JourneyTools, { check, prove }: Parts): Promise<void> {
  const { check: shown, proof, removal } = store.getState();
  if (removal.phase === 'running' || removal.phase === 'asking') return;
  if (proof.phase === 'done') await prove.verify(runOf(removal)?.run ?? null, { quietly: true });
  else if (shown.phase === 'found') await check.look({ quietly: true });
}

async function readFacts({ api, store }: JourneyTools): Promise<void> {
  const reply = await api.request('app:facts', {});
  if (reply.ok) store.setState({ facts: reply.value });
}

async function readComputers({ api, store }: JourneyTools): Promise<void> {
  const reply = await api.request('computers:list', {});
  if (reply.ok) store.setState({ computers: { chosen: reply.value.chosen, list: reply.value.computers } });
}

async function adoptRuns(tools: JourneyTools, remove: Parts['remove']): Promise<void> {
  const reply = await askAboutChosen(tools, 'runs:list', {});
  if (reply?.ok === true) remove.adopt(reply.value);
}
