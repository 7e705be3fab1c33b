import { median } from './paired.mjs';

/**
 * One line of the table. `measure` is what the budget speaks of: a ratio to the peer, a difference from it, or a value by itself.
 * @typedef {{ what: string, ours: Figure | null, peer: (Figure & { name: string }) | null, measure: Figure | null,
 *   atMost: number | null, inside: boolean | null, runs: number, notes: string[], notRun?: string }} Row
 * @typedef {{ value: number, unit: 'ms' | 'MB' | 'kB' | 'times' }} Figure
 */

/** Ours as so many times the peer: the median over pairs of runs. */
export function ratioRow({ what, ours, peer, peerName, unit = 'ms', atMost, notes = [] }) {
  const value = median(ours.map((one, at) => one / peer[at]));
  return row({ what, ours, peer, peerName, unit, measure: { value, unit: 'times' }, atMost, notes });
}

/** Ours as so much more than the peer: the median over pairs of runs. */
export function differenceRow({ what, ours, peer, peerName, unit = 'ms', atMost, notes = [] }) {
  const value = median(ours.map((one, at) => one - peer[at]));
  return row({ what, ours, peer, peerName, unit, measure: { value, unit }, atMost, notes });
}

/** A figure that has no peer but a limit. */
export function limitRow({ what, value, unit, atMost, runs = 1, notes = [] }) {
  const figure = { value, unit };
  return { what, ours: figure, peer: null, measure: figure, atMost, inside: value <= atMost, runs, notes };
}

/** A cost by itself, that no budget speaks of; `beside` is another figure of the same thing. */
export function costRow({ what, runs, beside, unit = 'ms', notes = [] }) {
  const figure = { value: median(runs), unit };
  const peer = { name: beside.name, value: median(beside.runs), unit };
  return { what, ours: figure, peer, measure: figure, atMost: null, inside: null, runs: runs.length, notes };
}

/** What could not be measured, and why. */
export const notRunRow = (what, reason) => ({
  what,
  ours: null,
  peer: null,
  measure: null,
  atMost: null,
  inside: null,
  runs: 0,
  notes: [],
  notRun: reason,
});

function row({ what, ours, peer, peerName, unit, measure, atMost, notes }) {
  return {
    what,
    ours: { value: median(ours), unit },
    peer: { name: peerName, value: median(peer), unit },
    measure,
    atMost,
    inside: atMost === null ? null : measure.value <= atMost,
    runs: ours.length,
    notes,
  };
}
