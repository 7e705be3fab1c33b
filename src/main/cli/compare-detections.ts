import { compareEntries, type Differences } from '../core/machine/compare-entries';
import type { Entry } from '../core/machine/machine-entries';
import type { Detection } from '../core/matching/detection';

/** Which products appeared, went or changed between two looks. */
export const compareDetections = (a: readonly Detection[], b: readonly Detection[]): Differences =>
  compareEntries(a.map(entryOf), b.map(entryOf));

const entryOf = ({ product, name, edition, version, state, confidence, managedBy, licence }: Detection): Entry => ({
  identity: product,
  what: name,
  fields: Object.entries({
    state,
    version,
    edition,
    confidence,
    managedBy,
    licence: licence.state,
    expiresOn: licence.expiresOn,
    definitionsDate: licence.definitionsDate,
  }).flatMap(([field, value]) => (value === null ? [] : [[field, value] as const])),
});
