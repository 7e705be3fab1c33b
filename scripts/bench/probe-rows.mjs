import { median } from './paired.mjs';
import { costRow } from './rows.mjs';

/** One row for each probe, the dearest first: the median of its runs by itself, without a budget of its own. */
export function probeRows(title, costs) {
  return costs
    .map((cost) => ({ ...cost, ms: median(cost.aloneMs) }))
    .sort((a, b) => b.ms - a.ms)
    .map(({ id, status, findings, aloneMs, answeredMs }) =>
      costRow({
        what: `  ${title}, probe ${id}`,
        runs: aloneMs,
        beside: { name: `until it has answered in a scan; ${findings} found, ${status}`, runs: answeredMs },
      }),
    );
}
