import { ageInDays } from '../../core/countdown/closed-days';
import type { Words } from '../../core/knowledge/words';
import type { Detection } from '../../core/matching/detection';
import type { Scan } from '../../core/matching/scan';
import { printBlocker } from './print-blocker';
import { printEvidence, printResidue, type EvidenceAmount } from './print-evidence';
import { printProbes, printTimings } from './print-probes';
import { table, wrap, type Cell } from './table';

export interface ScanView {
  readonly evidence: EvidenceAmount;
  readonly timings: boolean;
}

/** A scan as a technician reads it: the answer, what was found and why, what to settle, what protects, what did not answer. */
export function printScan(
  scan: Scan,
  words: Words,
  columns: number,
  { evidence, timings }: ScanView = { evidence: 'short', timings: false },
): string {
  const parts = [
    ...wrap(words(`verdicts.${scan.verdict}`), columns),
    ...wrap(computer(scan, words), columns),
    ...(scan.machine.simulated ? [words('cli.simulated')] : []),
    '',
    ...(scan.detections.length === 0 ? [] : [products(scan, words, columns)]),
    ...scan.detections.map((detection) => printEvidence(detection, evidence, words, columns)),
    ...(scan.residue.length === 0 ? [] : [printResidue(scan.residue, evidence, words, columns)]),
    ...scan.blockers.flatMap((blocker) => printBlocker(blocker, words, columns)),
    ...wrap(words('cli.protection', { state: words(`protection-verdicts.${scan.protection.verdict}`) }), columns),
    ...protectors(scan, words, columns),
    ...windowLines(scan, words, columns),
    '',
    printProbes(scan.probes, words, columns),
    ...(timings ? [printTimings(scan.probes, words, columns)] : []),
  ];
  return `${parts.join('\n').trimEnd()}\n`;
}

const computer = ({ machine: { os, build, arch, role } }: Scan, words: Words): string =>
  [os, build, arch, words(`cli.scan.role.${role}`)].join(', ');

const products = ({ detections, scannedAt }: Scan, words: Words, columns: number): string =>
  table(
    [
      words('report.product'),
      words('cli.scan.edition'),
      words('report.version'),
      words('report.state'),
      words('report.confidence'),
      words('cli.licence'),
      words('cli.scan.definitions'),
    ],
    detections.map((d) => [
      d.name,
      d.edition === null || d.edition === d.name ? '–' : d.edition,
      d.version ?? '–',
      words(`states.${d.state}`),
      words(`confidences.${d.confidence}`),
      licence(d, words),
      definitions(d, scannedAt, words),
    ]),
    columns,
  );

function licence({ licence: { state, expiresOn, daysLeft, readFrom } }: Detection, words: Words): Cell {
  if (readFrom === null) return '–';
  const told = [words(`licence.${state}`), expiresOn].filter((part) => part !== null).join(' ');
  return state === 'valid' && daysLeft !== null ? [told, words('cli.scan.days-left', { count: daysLeft })] : told;
}

function definitions({ licence: { definitionsDate } }: Detection, scannedAt: string, words: Words): string {
  const age = ageInDays(definitionsDate, new Date(scannedAt));
  return age === null ? '–' : words('cli.scan.days-old', { count: age });
}

const protectors = ({ protection }: Scan, words: Words, columns: number): readonly string[] =>
  protection.products.length === 0
    ? []
    : [
        table(
          [],
          protection.products.map(({ name, state, definitions, ghost }) => [
            '',
            name,
            ghost ? words('protection.ghost') : words(`protection.${state}`),
            ghost || definitions === 'unknown' ? '' : words(`cli.scan.protectors.${definitions}`),
          ]),
          columns,
        ).trimEnd(),
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
