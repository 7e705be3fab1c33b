import { bundleBench } from './bundle.mjs';
import { median } from './paired.mjs';
import { limitRow, ratioRow } from './rows.mjs';
import { runForJson } from './run-timed.mjs';

const SIZES = [1_000, 10_000, 100_000];
const PROCESSES = 5;
const RUNS_IN_EACH = 12;

/** Matching alone, each size in processes of its own. The limit is held against first runs; growth is judged on the later ones. */
export async function benchMatching({ folder }) {
  const bundle = await bundleBench('match-findings', folder);
  const kinds = [
    { says: 'one mark in 1,000', share: 1_000 },
    { says: 'every second a mark', share: 2 },
  ];
  return kinds.flatMap(({ says, share }) => {
    const runs = SIZES.map(() => []);
    for (let turn = 0; turn < PROCESSES; turn += 1)
      SIZES.forEach((size, at) => {
        const { detections, ms } = runForJson(process.execPath, [bundle, size, RUNS_IN_EACH, share].map(String));
        if (detections === 0) throw new Error('Matching found nothing among marks');
        runs[at].push({ first: ms[0], later: median(ms.slice(RUNS_IN_EACH / 2)) });
      });
    const later = (at) => runs[at].map((run) => run.later);
    const growth = (at) =>
      ratioRow({
        what: `matching ${short(SIZES[at])} findings, ${says}`,
        ours: later(at),
        peer: later(at - 1),
        peerName: `${short(SIZES[at - 1])} findings`,
        atMost: 12,
      });
    const firsts = runs.at(-1).map((run) => run.first);
    return [
      growth(1),
      growth(2),
      limitRow({
        what: `matching ${short(SIZES.at(-1))}, first run, ${says}`,
        value: Math.min(...firsts),
        unit: 'ms',
        atMost: 200,
        runs: PROCESSES,
        notes: [
          `the quietest of ${PROCESSES} first runs, because there is no peer to share the noise; median ${median(firsts).toFixed(0)} ms`,
        ],
      }),
    ];
  });
}

const short = (count) => `${count / 1000}k`;
