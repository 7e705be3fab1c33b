import type { ResidueReason } from '../knowledge/residue-reasons';
import type { MarkResidue } from '../knowledge/signature';
import { haveTwoWitnesses } from '../knowledge/witness-of';
import type { Finding } from '../probing/finding';
import type { Detection, Residue } from './detection';
import { leftoverAddress } from './leftover-address';
import type { MarkMatch } from './match-marks';
import { pointsInto } from './points-into';
import { vendorsPlace } from './vendors-place';

export type ResidueMatch = MarkMatch & { readonly mark: { readonly residue: MarkResidue } };

/** What all remains of one product have in common, found out once. */
export interface Remains {
  /** Only what the system's own places say. */
  readonly system: readonly MarkMatch[];
  /** Why nothing of this product is moved aside, or null. */
  readonly allStay: ResidueReason | null;
}

/** `mayBeEncrypted`: the product can encrypt, and the driver it does that with is there. */
export function remainsOf(
  spoken: readonly MarkMatch[],
  { state, mayBeEncrypted }: { readonly state: Detection['state']; readonly mayBeEncrypted: boolean },
): Remains {
  const system = spoken.filter(({ finding }) => finding.trust === 'system');
  const says = (test: (match: MarkMatch) => boolean): boolean => system.some(test);
  return { system, allStay: reason() };

  function reason(): ResidueReason | null {
    if (state !== 'leftover' || says(isAlive)) return 'product-still-there';
    // The vendor's own way goes first, and takes most of it along.
    if (says(({ mark }) => mark.residue?.action === 'vendor-only')) return 'package-manager';
    if (mayBeEncrypted) return 'may-be-encrypted';
    const isMadeUp = spoken.length > mostRemains;
    return isMadeUp || says(({ mark }) => mark.says === 'against') ? 'something-speaks-against-it' : null;
  }
}

/** No product leaves as many things; a longer list was made up, and comparing each of it with each would take for ever. */
const mostRemains = 1_000;

type ResidueJudgement = Pick<Residue, 'action' | 'proof'> & {
  readonly address: NonNullable<Residue['address']> | null;
  readonly why: ResidueReason | null;
};

/**
 * What may be done about one thing that was left behind. It is moved aside only when it is proven twice whose it is: it lies in the
 * vendor's exact place, and a second, independent witness points to the same thing. Only what the system's own places say counts, and nothing is
 * moved while anything says that the product is there.
 */
export function judgeResidue({ mark, finding }: ResidueMatch, { system, allStay }: Remains): ResidueJudgement {
  const { residue } = mark;
  const told = (why: ResidueReason): ResidueJudgement => ({
    action: residue.action === 'vendor-only' ? 'vendor-only' : 'report-only',
    address: null,
    why,
    proof: [mark.id],
  });
  const address = leftoverAddress(finding);
  if (residue.action !== 'quarantine') return told(residue.why ?? reasonOfKind(residue));
  if (finding.trust !== 'system') return told('anybody-could-have-put-it-there');
  if (address === null) return told('no-way-back');
  if (allStay !== null) return told(allStay);
  if (finding.kind === 'vendor-key' && finding.facts['holdsLicence'] !== false) return told('belongs-to-the-person');
  const within = vendorsPlace(residue.within ?? [], address, finding);
  if (within === null) return told('outside-the-vendors-places');
  const witnesses = system.filter((other) => isSecondWitness(other, finding, residue));
  if (witnesses.length === 0) return told('one-proof-only');
  return {
    action: 'quarantine',
    address: { leftover: address, within },
    why: null,
    proof: [...new Set([mark.id, ...witnesses.map((other) => other.mark.id)])],
  };
}

const isAlive = ({ mark }: MarkMatch): boolean => mark.says === 'installed' || mark.says === 'broken';

/** What nobody has checked never helps to move anything. */
const isSecondWitness = ({ mark, finding }: MarkMatch, leftover: Finding, { secondWitness }: MarkResidue): boolean =>
  mark.fact.confidence !== 'unverified' &&
  haveTwoWitnesses([finding, leftover]) &&
  (secondWitness === 'same-product' || pointsInto(finding, leftover));

function reasonOfKind({ kind, action }: MarkResidue): ResidueReason {
  if (action === 'vendor-only') return 'package-manager';
  if (/^(driver|class-filter|network-binding)$/.test(kind)) return 'only-the-vendor';
  return kind.startsWith('licence') ? 'belongs-to-the-person' : 'no-way-back';
}
