import * as z from 'zod';
import type { Words } from '../knowledge/words';
import { isKaspersky } from '../matching/judge-protection';
import { Scan } from '../matching/scan';

const threeWay = z.enum(['yes', 'no', 'inconclusive']);

/** A scan after the removal plus the two verdicts that end a journey, and what could not be checked. */
export const Verification = Scan.extend({ gone: threeWay, protected: threeWay, notChecked: z.array(z.string()) });
export type Verification = z.infer<typeof Verification>;

/** Judges a new scan: is everything of Kaspersky gone, and does something else protect this computer now? */
export function judge(scan: Scan, words: Words): Verification {
  return {
    ...scan,
    gone: { clear: 'yes', present: 'no', leftovers: 'no', inconclusive: 'inconclusive' }[
      scan.verdict
    ] as Verification['gone'],
    protected: protectedNow(scan),
    notChecked: scan.probes
      .filter(({ status }) => status !== 'ok' && status !== 'absent')
      .map(({ id, status }) =>
        words('verify.not-checked', { category: words(`probes.${id}`), status: words(`probe-status.${status}`) }),
      ),
  };
}

/** Something other than the product that was just removed must be alive. */
function protectedNow(scan: Scan): Verification['protected'] {
  const others = scan.protection.products.filter(({ name, ghost }) => !ghost && !isKaspersky(name));
  if (others.some(({ state }) => state === 'on')) return 'yes';
  return scan.protection.verdict === 'unknown' || others.some(({ state }) => state === 'unknown')
    ? 'inconclusive'
    : 'no';
}
