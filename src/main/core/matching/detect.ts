import type { FindingKind, Signature } from '../knowledge/signature';
import { haveTwoWitnesses } from '../knowledge/witness-of';
import type { Finding, ProbeRecord } from '../probing/finding';
import type { Detection, Residue, SpokenMark } from './detection';
import { encryptionDriver } from './encryption-driver';
import { findHandles } from './find-handles';
import { listResidue } from './list-residue';
import { matchMarks, type MarkMatch } from './match-marks';
import { readLicence } from './read-licence';

export interface Matched {
  readonly detections: readonly Detection[];
  readonly residue: readonly Residue[];
}

/**
 * From findings to products, each with the marks that spoke for and against it. Two witnesses, one mark
 * among them deciding, make a product certain; what only an ordinary user's own places say is possible at most.
 */
export function detect(
  signatures: readonly Signature[],
  findings: readonly Finding[],
  now: Date,
  probes: readonly ProbeRecord[] = [],
): Matched {
  const blind = blindKinds(probes);
  const matches = matchMarks(signatures, findings);
  const judged = signatures.flatMap((signature) => {
    const matched = matches.get(signature);
    if (matched === undefined) return [];
    const spoken = inOrder(signature, matched);
    const judgement = judge(spoken, canRegister(signature, blind));
    return judgement === null ? [] : [{ signature, spoken, judgement }];
  });
  const alive = new Set(judged.filter(({ judgement }) => isThere(judgement)).map(({ signature }) => signature.id));
  const told = judged.filter(({ signature }) => !(signature.partOf ?? []).some((id) => alive.has(id)));
  return {
    detections: told.map(({ signature, spoken, judgement }) => detectionOf(signature, spoken, judgement, now)),
    residue: told.flatMap(({ signature, spoken, judgement }) =>
      judgement.state === 'installed'
        ? []
        : listResidue(signature, spoken, {
            state: judgement.state,
            mayBeEncrypted: canEncrypt(signature) && encryptionDriver(findings) !== null,
          }),
    ),
  };
}

/** Endpoint Security for Windows and what belongs to it (K6, K9, seen 2026-11-23). */
const canEncrypt = ({ family, platforms }: Signature): boolean =>
  family === 'business' && platforms.includes('windows');

const isThere = ({ state, confidence }: Judgement): boolean => state !== 'leftover' && confidence !== 'possible';

/** In the order in which the signature lists its marks, and by place within one mark. */
function inOrder({ marks }: Signature, spoken: readonly MarkMatch[]): readonly MarkMatch[] {
  const byMark = new Map(marks.map((mark) => [mark, [] as MarkMatch[]]));
  for (const match of spoken) byMark.get(match.mark)?.push(match);
  return [...byMark.values()].flatMap((of) =>
    of.sort((a, b) => compare(a.finding.where, b.finding.where) || compare(facts(a), facts(b))),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two findings of one place differ in their facts; which came first must not matter. */
const facts = ({ finding }: MarkMatch): string => JSON.stringify(finding.facts);

type Judgement = Pick<Detection, 'state' | 'confidence'>;

function judge(spoken: readonly MarkMatch[], registrationSeen: boolean): Judgement | null {
  // What a person may have written speaks for little, and against nothing: a planted entry must not hide a product.
  const against = spoken.some(({ mark, finding }) => mark.says === 'against' && finding.trust === 'system');
  const present = spoken.filter(({ mark }) => mark.says === 'installed' || mark.says === 'broken');
  const remains = spoken.filter(({ mark }) => mark.says === 'remains');
  const presence = confidenceOf(present, against);
  // A unit that still finds its script among leftover files is a weak sign of an installation, and a good one of leftovers.
  const rest = remains.length === 0 ? null : confidenceOf([...remains, ...present], against);
  if (presence !== null && (presence !== 'possible' || rest === null || rest === 'possible'))
    return { state: presentState(present, registrationSeen), confidence: presence };
  return rest === null ? null : { state: 'leftover', confidence: rest };
}

/**
 * Its own record gone, or marked as half-done, while parts of it are alive: the product is partly removed. Where the records could
 * not be read, a missing one says nothing.
 */
function presentState(present: readonly MarkMatch[], registrationSeen: boolean): 'installed' | 'partly-removed' {
  if (present.some(({ mark }) => mark.says === 'broken')) return 'partly-removed';
  const registered = present.some(({ mark }) => mark.registration === true);
  return registered || !registrationSeen ? 'installed' : 'partly-removed';
}

/** Which records a probe keeps; when it did not answer, they are not there to be missed. */
const recordsOf: Readonly<Record<string, FindingKind>> = {
  packages: 'package',
  'uninstall-entries': 'uninstall-entry',
  'vendor-keys': 'vendor-key',
  'msi-products': 'msi-product',
  'install-receipts': 'receipt',
  'app-bundles': 'app-bundle',
};

const blindKinds = (probes: readonly ProbeRecord[]): ReadonlySet<FindingKind> =>
  new Set(
    probes.flatMap(({ id, status }) => {
      const kind = recordsOf[id];
      return kind === undefined || status === 'ok' || status === 'absent' ? [] : [kind];
    }),
  );

/** Whether at least one kind of record that would tell of this product could be read. */
const canRegister = ({ marks }: Signature, blind: ReadonlySet<FindingKind>): boolean => {
  const kinds = marks.filter(({ registration }) => registration === true).map(({ kind }) => kind);
  return kinds.length === 0 || kinds.some((kind) => !blind.has(kind));
};

function confidenceOf(spoken: readonly MarkMatch[], against: boolean): Detection['confidence'] | null {
  if (spoken.length === 0) return null;
  const trusted = spoken.filter(({ finding }) => finding.trust === 'system');
  const agreed = haveTwoWitnesses(trusted.map(({ finding }) => finding));
  const decided = trusted.some(({ mark }) => mark.strength === 'decides');
  if (decided && agreed) return against ? 'probable' : 'certain';
  if (decided || agreed) return against ? 'possible' : 'probable';
  return against ? null : 'possible';
}

function detectionOf(signature: Signature, spoken: readonly MarkMatch[], judged: Judgement, now: Date): Detection {
  // Few marks give anything, and what a person could have written gives nothing.
  const giving = spoken.filter(({ mark, finding }) => mark.gives !== undefined && finding.trust === 'system');
  const given = givenBy(giving);
  return {
    product: signature.id,
    name: signature.name,
    family: signature.family,
    edition: text(given('edition')),
    version: text(given('version')),
    ...judged,
    marks: spoken.map(spokenMark),
    licence: readLicence(giving, now),
    managedBy: text(given('managedBy')),
    handles: findHandles(signature, giving),
  };
}

/** The first trusted mark that gives a value wins, in the order of the signature, so that the order of findings does not matter. */
function givenBy(giving: readonly MarkMatch[]) {
  return (name: 'version' | 'edition' | 'managedBy'): Finding['facts'][string] => {
    for (const { mark, finding } of giving) {
      const fact = mark.gives?.[name];
      const value = fact === undefined ? null : (finding.facts[fact] ?? null);
      if (value !== null && value !== '') return value;
    }
    return null;
  };
}

const text = (value: Finding['facts'][string]): string | null => (value === null ? null : String(value));

const spokenMark = ({ mark, finding }: MarkMatch): SpokenMark => ({
  mark: mark.id,
  probe: finding.probe,
  kind: finding.kind,
  where: finding.where,
  value: valueOf(mark, finding),
  says: mark.says === 'against' ? 'against' : 'for',
});

/** The facts the mark asks for, as they were found. */
function valueOf({ match }: MarkMatch['mark'], finding: Finding): string {
  let value = '';
  for (const fact in match) {
    const said = told(fact, finding.facts[fact] ?? null);
    if (said !== '') value += value === '' ? said : ` · ${said}`;
  }
  return value;
}

/** A yes or no means nothing without the name of its fact. */
const told = (fact: string, value: Finding['facts'][string]): string =>
  value === null ? '' : typeof value === 'string' ? value : `${fact}: ${value}`;
