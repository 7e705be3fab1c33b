import type { Words } from '../../core/knowledge/words';
import type { Scan } from '../../core/matching/scan';
import { table, wrap } from './table';

type Probes = Scan['probes'];

/** What was looked at, and what did not answer, with the reason. */
export function printProbes(probes: Probes, words: Words, columns: number): string {
  const asked = probes.filter(({ status }) => status !== 'not-applicable');
  const blind = asked.filter(({ status }) => status !== 'ok' && status !== 'absent');
  return [
    ...wrap(words('cli.looked', { categories: asked.map(({ id }) => words(`probes.${id}`)).join(', ') }), columns),
    ...(blind.length === 0
      ? []
      : [
          '',
          words('cli.scan.not-answered'),
          table(
            [words('report.state'), words('cli.scan.needed'), words('cli.scan.reason'), words('cli.scan.category')],
            sameFate(blind).map(([{ status, required, reason }, ids]) => [
              words(`probe-status.${status}`),
              words(required ? 'cli.scan.yes' : 'cli.scan.no'),
              reason ?? '',
              ids.map((id) => words(`probes.${id}`)).join(', '),
            ]),
            columns,
          ).trimEnd(),
        ]),
    '',
  ].join('\n');
}

/** Probes that failed in the same way share a line. What was needed stands first. */
function sameFate(probes: Probes): readonly (readonly [Probes[number], readonly string[]])[] {
  const fates = new Map<string, [Probes[number], string[]]>();
  for (const probe of probes) {
    const fate = JSON.stringify([probe.status, probe.required, probe.reason]);
    const known = fates.get(fate);
    if (known === undefined) fates.set(fate, [probe, [probe.id]]);
    else known[1].push(probe.id);
  }
  return [...fates.values()].sort(([a], [b]) => Number(b.required) - Number(a.required));
}

/** Every probe with its time, the slowest first. Probes run beside each other: the times do not add up. */
export function printTimings(probes: Probes, words: Words, columns: number): string {
  const slowestFirst = [...probes].sort((a, b) => b.ms - a.ms);
  return `${words('cli.scan.timings')}\n${table(
    [words('cli.scan.milliseconds'), words('cli.scan.probe'), words('report.state'), words('cli.scan.category')],
    slowestFirst.map(({ id, status, ms }) => [
      ms.toFixed(ms < 10 ? 1 : 0),
      id,
      words(`probe-status.${status}`),
      words(`probes.${id}`),
    ]),
    columns,
    { right: [0] },
  )}`;
}
