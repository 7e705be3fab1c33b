import type { Machine } from '../../core/machine/machine';

/** A computer in memory acts at once; a person who rehearses wants to see what happens. Each action takes this long, in milliseconds. */
export function pacedMachine(
  machine: Machine,
  paceMs: number,
  wait: (ms: number) => { readonly done: Promise<void> },
): Machine {
  if (!machine.acting.can || paceMs === 0) return machine;
  const { actor } = machine.acting;
  return {
    source: machine.source,
    reader: machine.reader,
    acting: {
      can: true,
      actor: {
        keeps: (run) => actor.keeps(run),
        async act(action, surroundings) {
          await wait(paceMs).done;
          return actor.act(action, surroundings);
        },
      },
    },
  };
}
