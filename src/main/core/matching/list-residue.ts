import type { Signature } from '../knowledge/signature';
import { leftoverText } from '../machine/leftover';
import type { Residue } from './detection';
import { judgeResidue, remainsOf, type ResidueMatch } from './judge-residue';
import { leftoverAddress } from './leftover-address';
import type { MarkMatch } from './match-marks';

/**
 * What one product left behind, one line for each thing, whichever marks saw it. What one mark would move aside and another only tells
 * is only told.
 */
export function listResidue(
  { id }: Signature,
  spoken: readonly MarkMatch[],
  product: Parameters<typeof remainsOf>[1],
): readonly Residue[] {
  const remains = remainsOf(spoken, product);
  const things = new Map<string, Residue>();
  const saidBySystem = new Set<string>();
  for (const match of inTrust(spoken)) {
    if (!leavesResidue(match)) continue;
    const { finding } = match;
    const judged = judgeResidue(match, remains);
    // Two certificates of one store are two things; a thing without an address is its place.
    const at = leftoverAddress(finding);
    const key = `${finding.where}\n${at === null ? '' : leftoverText(at)}`;
    const known = things.get(key);
    // What the system's own place says of a thing is not changed by what a person could have written of it.
    if (finding.trust === 'system') saidBySystem.add(key);
    else if (saidBySystem.has(key)) continue;
    const proof = [...new Set([...(known?.proof ?? []), ...judged.proof])];
    const { address, why, action } = known === undefined || judged.action !== 'quarantine' ? judged : known;
    things.set(key, { kind: match.mark.residue.kind, where: finding.where, owner: id, proof, action, address, why });
  }
  return [...things].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, residue]) => residue);
}

const inTrust = (spoken: readonly MarkMatch[]): readonly MarkMatch[] => [
  ...spoken.filter(({ finding }) => finding.trust === 'system'),
  ...spoken.filter(({ finding }) => finding.trust === 'user'),
];

const leavesResidue = (match: MarkMatch): match is ResidueMatch => match.mark.residue !== undefined;
