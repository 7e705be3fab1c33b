import type { PlanChoices } from '../../main/core/planning/plan';
import type { PlanState, Preparedness } from './journey-state';
import { askAboutChosen, type JourneyTools } from './journey-tools';

/** Makes the plan anew whenever a choice changes it. */
export function planning(tools: JourneyTools) {
  const { store } = tools;
  let asking = 0;
  let outdated = false;

  /** One request at a time: choices made meanwhile are asked for once, when it is back. */
  async function makePlan(): Promise<void> {
    store.setState(({ plan }) => ({ plan: { phase: 'busy', previous: planOf(plan) } }));
    outdated = true;
    if (asking > 0) return;
    asking += 1;
    try {
      while (outdated) {
        outdated = false;
        const reply = await askAboutChosen(tools, 'plan:make', store.getState().choices);
        if (reply === null || outdated) continue;
        store.setState({
          plan: reply.ok ? { phase: 'ready', plan: reply.value } : { phase: 'failed', detail: reply.detail },
        });
      }
    } finally {
      asking -= 1;
    }
  }

  const change = (choices: Partial<PlanChoices>): Promise<void> => {
    store.setState((state) => ({ choices: { ...state.choices, ...choices } }));
    return makePlan();
  };
  const prepare = (id: string, preparedness: Preparedness): void =>
    store.setState(({ prepared }) => ({ prepared: { ...prepared, [id]: preparedness } }));

  return {
    makePlan,
    keepSettings: (keep: boolean) => change({ keep: keep ? ['settings'] : [] }),

    /** A stop counts as settled only by the person's own word, and that word is part of what is agreed. */
    settle(blocker: string, settled: boolean): Promise<void> {
      const others = store.getState().choices.settled.filter((id) => id !== blocker);
      prepare(blocker, settled ? 'done' : 'looked-at');
      return change({ settled: settled ? [...others, blocker] : others });
    },

    /** What shall protect this computer; null is "I decide later". */
    replaceWith(alternative: string | null): Promise<void> {
      store.setState({ decided: true });
      return change({ replaceWith: alternative });
    },

    lookAt(id: string): void {
      if (store.getState().prepared[id] === undefined) prepare(id, 'looked-at');
    },
    setDone: (id: string, done: boolean): void => prepare(id, done ? 'done' : 'looked-at'),
  };
}

/** The plan as far as there is one to read. */
export function planOf(plan: PlanState) {
  return plan.phase === 'ready' ? plan.plan : plan.phase === 'busy' ? plan.previous : null;
}
