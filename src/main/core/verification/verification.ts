import * as z from 'zod';
import type { Words } from '../knowledge/words';
import { Scan } from '../matching/scan';
import { categoriesOf, Category, threeWay } from './categories';
import { protectedNow } from './protected-now';
import { Returned, returnedProducts } from './returned-products';

/** A scan after the removal plus the two verdicts that end a journey, category by category, and what could not be checked. */
export const Verification = Scan.extend({
  gone: threeWay,
  protected: threeWay,
  notChecked: z.array(z.string()),
  categories: z.array(Category),
  /** The sentences the second verdict rests on: what protects, and how that was seen. */
  because: z.array(z.string()),
  /** Products of an earlier run that are there again; empty without a run. */
  returned: z.array(Returned),
});
export type Verification = z.infer<typeof Verification>;

const goneBy = { clear: 'yes', present: 'no', leftovers: 'no', inconclusive: 'inconclusive' } as const;

/**
 * Judges a new scan: is everything of Kaspersky gone, and does something else protect this computer now?
 * @param removed ids of the products that an earlier run removed; none without a run
 */
export function judge(scan: Scan, words: Words, removed: readonly string[] = []): Verification {
  const { answer, because } = protectedNow(scan, words);
  return {
    ...scan,
    gone: goneBy[scan.verdict],
    protected: answer,
    notChecked: scan.probes
      .filter(({ status }) => status !== 'ok' && status !== 'absent')
      .map(({ id, status }) =>
        words('verify.not-checked', { category: words(`probes.${id}`), status: words(`probe-status.${status}`) }),
      ),
    categories: [...categoriesOf(scan, words)],
    because: [...because],
    returned: [...returnedProducts(removed, scan, words)],
  };
}
