/**
 * Measures two things in turns, A B A B …, so that whatever else this computer does falls on both alike. One run of each comes first
 * and does not count.
 * @param {number} pairs
 * @param {() => number | Promise<number>} ours @param {() => number | Promise<number>} peer
 * @returns {Promise<{ ours: number[], peer: number[] }>} same length, same order
 */
export async function paired(pairs, ours, peer) {
  const seen = { ours: [], peer: [] };
  await ours();
  await peer();
  for (let turn = 0; turn < pairs; turn += 1) {
    seen.ours.push(await ours());
    seen.peer.push(await peer());
  }
  return seen;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
