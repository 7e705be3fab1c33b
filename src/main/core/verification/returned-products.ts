import * as z from 'zod';
import type { Words } from '../knowledge/words';
import type { Scan } from '../matching/scan';

/** A product that a run had removed and that is there again, with what brings such products back and what to do. */
export const Returned = z.strictObject({ product: z.string(), name: z.string(), says: z.string() });
export type Returned = z.infer<typeof Returned>;

/**
 * Which of the products that were removed are there again. A console that manages the computer pushes its products anew; what came by the switch of 2024 was
 * seen to come back by itself (P3, P4, seen 2026-11-23).
 * @param removed ids of products whose removal ended well, by the run's own record
 */
export function returnedProducts(removed: readonly string[], scan: Scan, words: Words): readonly Returned[] {
  return scan.detections
    .filter(
      ({ product, state, confidence }) =>
        removed.includes(product) && state === 'installed' && confidence !== 'possible',
    )
    .map(({ product, name, family, managedBy }) => ({
      product,
      name,
      says:
        managedBy !== null
          ? words('verify.returned.console', { name, console: managedBy })
          : words(family === 'successor' ? 'verify.returned.successor' : 'verify.returned.product', { name }),
    }));
}
