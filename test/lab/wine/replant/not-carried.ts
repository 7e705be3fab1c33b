import type { Scan } from '../../../../src/main/core/matching/scan';

/** Something in which a scan of the laboratory cannot equal the scan of a recording. */
export interface NotCarried {
  readonly id: string;
  readonly reason: string;
  /** Takes it out of a scan; done to both. */
  readonly without?: (scan: Scan) => Scan;
  /** What the laboratory has to say instead, for recordings it concerns; done to the scan of the recording alone. */
  readonly instead?: (told: Scan) => Scan;
}

/** What Wine cannot carry. Everything else must be equal. */
const wineCannot: readonly NotCarried[] = [
  {
    id: 'numbers-of-programs',
    reason: 'A program gets a number when it starts. Programs of one mark are told in the order of these numbers.',
    without: (scan) => withMarks(scan, (marks) => marks.map(numberless).sort(byProgram)),
  },
  {
    id: 'durations',
    reason: 'Reading a recording takes no time.',
    without: (scan) => ({ ...scan, probes: scan.probes.map((probe) => ({ ...probe, ms: 0 })) }),
  },
  {
    id: 'seconds',
    reason: 'The clock that was given goes on while the scan runs.',
    without: (scan) => ({ ...scan, scannedAt: scan.scannedAt.slice(0, 'YYYY-MM-DDTHH:MM'.length) }),
  },
  {
    id: 'identity',
    reason: 'A computer is known by a digest, and no value gives a digest that was wished for.',
    without: (scan) => ({ ...scan, machine: { ...scan.machine, id: '' } }),
  },
  {
    id: 'thumbprints',
    reason: 'Certificates are made for the laboratory, and none has a digest that was wished for.',
    without: (scan) => ({ ...scan, residue: scan.residue.map(withoutThumbprint) }),
  },
  {
    id: 'processor',
    reason: 'Wine runs on the processor of the machine around it.',
    instead: (scan) => ({ ...scan, machine: { ...scan.machine, arch: 'x64' } }),
  },
  {
    id: 'refused-service-manager',
    reason: 'In Wine everybody is an administrator, and the service manager refuses nobody.',
    instead: (scan) =>
      statusOf(scan, 'services') !== 'denied'
        ? scan
        : {
            ...scan,
            probes: scan.probes.map((probe) =>
              probe.id === 'services' ? { ...probe, status: 'ok' as const, reason: null } : probe,
            ),
            // With nothing found, what could not be asked was all that stood against `clear`.
            verdict: scan.verdict === 'inconclusive' && scan.detections.length === 0 ? 'clear' : scan.verdict,
          },
  },
  ...(
    [
      ['battery-low', 'Wine tells of the batteries of the machine around it.'],
      ['remote-session', 'Wine has no sessions from elsewhere.'],
      ['safe-mode', 'Wine has no safe mode.'],
    ] as const
  ).map(([blocker, reason]) => ({
    id: blocker,
    reason,
    instead: (scan: Scan) => ({ ...scan, blockers: scan.blockers.filter(({ id }) => id !== blocker) }),
  })),
];

/** Where recordings were written by hand and spell something otherwise than the reader does: to be mended in the recordings. */
const otherwiseRecorded: readonly NotCarried[] = [
  {
    id: 'persons-of-profiles',
    reason:
      'The reader names a browser’s profile with its person, `user-1/Default`; these recordings name the profile alone.',
    instead: (scan) => withPlaces(scan, 'browser-extension', (where) => where.replace(/ (?=[^ ]+$)/, ' user-1/')),
  },
  {
    id: 'persons-hive',
    reason: 'The reader says `HKCU64` of the person’s own hive, and names it by its SID where browsers are concerned.',
    instead: (scan) =>
      withPlaces(
        withPlaces(scan, 'autostart', (where) => where.replace(/^HKCU\\/, 'HKCU64\\')),
        'extension-policy',
        (where) => where.replace(/^HKCU\\SOFTWARE\\/, `HKU64\\${person}\\Software\\`),
      ),
  },
];

const person = 'S-1-5-21-1000000001-1000000002-1000000003-1001';

/** In which the shipped program is not the one that reads the recordings. */
const otherwiseShipped: readonly NotCarried[] = [
  {
    id: 'versions',
    reason: 'Every release of program or data has another version; scans of recordings name another.',
    without: (scan) => ({ ...scan, tool: { ...scan.tool, version: '', dataVersion: '', dataDate: '' } }),
  },
  {
    id: 'order-of-facts',
    reason:
      'A mark tells its facts in the order of its signature, and the signed pack keeps names in alphabetical order.',
    without: (scan) =>
      withMarks(scan, (marks) => marks.map((mark) => ({ ...mark, value: mark.value.split(' · ').sort().join(' · ') }))),
  },
];

export const notCarried: readonly NotCarried[] = [...wineCannot, ...otherwiseRecorded, ...otherwiseShipped];

type Mark = Scan['detections'][number]['marks'][number];

const withMarks = (scan: Scan, change: (marks: readonly Mark[]) => readonly Mark[]): Scan => ({
  ...scan,
  detections: scan.detections.map((detection) => ({ ...detection, marks: [...change(detection.marks)] })),
});

/** Marks and residue of one kind, with their places spelled anew. */
const withPlaces = (scan: Scan, kind: string, spell: (where: string) => string): Scan => ({
  ...withMarks(scan, (marks) =>
    marks.map((mark) => (mark.kind === kind ? { ...mark, where: spell(mark.where) } : mark)),
  ),
  residue: scan.residue.map((item) => (item.kind === kind ? { ...item, where: spell(item.where) } : item)),
});

const numberless = (mark: Mark): Mark => (mark.kind === 'process' ? { ...mark, where: 'pid' } : mark);

/** Marks of programs stand together; all others keep their places. */
const byProgram = (one: Mark, other: Mark): number =>
  one.kind === 'process' && other.kind === 'process' && one.mark === other.mark
    ? one.value < other.value
      ? -1
      : 1
    : 0;

/** The rest of a certificate's address stays: in which store it lies. */
function withoutThumbprint(item: Residue): Residue {
  const { address } = item;
  if (address?.leftover.kind !== 'certificate') return item;
  return { ...item, address: { ...address, leftover: { ...address.leftover, thumbprint: '' } } };
}

type Residue = Scan['residue'][number];

const statusOf = (scan: Scan, probe: string) => scan.probes.find(({ id }) => id === probe)?.status;
