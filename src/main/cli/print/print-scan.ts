import type { Words } from '../../core/knowledge/words';
import type { Detection } from '../../core/matching/detection';
import type { Scan } from '../../core/matching/scan';
import { table, wrap } from './table';

/** A scan as a person reads it: the answer first, then what was found and why, then what could not be checked. */
export function printScan(scan: Scan, words: Words, columns: number): string {
  const blind = scan.probes.filter(({ status }) => status !== 'ok' && status !== 'absent');
  const parts = [
    ...wrap(words(`verdicts.${scan.verdict}`), columns),
    ...(scan.machine.simulated ? [words('cli.simulated')] : []),
    '',
    ...(scan.detections.length === 0 ? [] : [products(scan.detections, words, columns)]),
    ...scan.detections.flatMap((detection) => evidence(detection, words)),
    ...(scan.residue.length === 0
      ? []
      : [
          words('cli.left'),
          table(
            [words('report.kind'), words('report.where')],
            scan.residue.map(({ kind, where }) => [kind, where]),
            columns,
          ),
        ]),
    ...scan.blockers.flatMap(({ id, severity, says, nextStep }) => [
      ...wrap(`${words(`severities.${severity}`)} [${id}] ${says} ${nextStep}`, columns),
      '',
    ]),
    words('cli.protection', { state: words(`protection-verdicts.${scan.protection.verdict}`) }),
    ...scan.protection.products.map(
      ({ name, state, ghost }) => `  ${name}: ${words(ghost ? 'protection.ghost' : `protection.${state}`)}`,
    ),
    ...windowLines(scan, words, columns),
    '',
    words('cli.looked', { categories: scan.probes.map(({ id }) => words(`probes.${id}`)).join(', ') }),
    ...blind.flatMap(({ id, status, reason }) =>
      wrap(
        `${words('verify.not-checked', { category: words(`probes.${id}`), status: words(`probe-status.${status}`) })} ${reason ?? ''}`,
        columns,
      ),
    ),
  ];
  return `${parts.join('\n')}\n`;
}

const products = (detections: readonly Detection[], words: Words, columns: number): string =>
  table(
    [
      words('report.state'),
      words('report.confidence'),
      words('report.version'),
      words('cli.licence'),
      words('report.product'),
    ],
    detections.map((d) => [
      words(`states.${d.state}`),
      words(`confidences.${d.confidence}`),
      d.version ?? '–',
      licence(d, words),
      d.edition === null || d.edition === d.name ? d.name : `${d.name}: ${d.edition}`,
    ]),
    columns,
  );

function licence({ licence: { state, expiresOn, readFrom } }: Detection, words: Words): string {
  if (readFrom === null) return '–';
  const told = words(`licence.${state}`);
  return expiresOn === null ? told : `${told} ${expiresOn}`;
}

const evidence = (detection: Detection, words: Words): readonly string[] => [
  words('cli.why', { product: detection.name }),
  ...detection.marks.map(
    ({ says, kind, value, where }) => `  ${says === 'for' ? '+' : '-'} ${words(`kinds.${kind}`)}: ${value} (${where})`,
  ),
  '',
];

function windowLines(scan: Scan, words: Words, columns: number): readonly string[] {
  const { closedDays, definitionsAgeDays } = scan.window;
  return [
    ...(closedDays === null ? [] : wrap(words('window-fact.closed', { count: closedDays }), columns)),
    ...(definitionsAgeDays === null
      ? []
      : wrap(words('window-fact.definitions', { count: definitionsAgeDays }), columns)),
  ];
}
