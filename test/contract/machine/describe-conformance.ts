import { describe, expect, it } from 'vitest';
import type { Need } from './check';
import { conformanceChecks, runCheck } from './machine-conformance';
import type { Subject } from './subject';

/**
 * The conformance suite as tests, one for each check. What a computer cannot be tested on is said by the caller in `lacks`; any other
 * check that is skipped has failed.
 */
export function describeConformance(name: string, make: () => Promise<Subject>, lacks: readonly Need[] = []): void {
  const checks = conformanceChecks.filter(({ needs }) => needs === undefined || !lacks.includes(needs));
  describe.each([name])('%s', () => {
    it.each(checks.map((check) => [check.name, check] as const))('%s', { timeout: 60_000 }, async (title, check) => {
      const result = await runCheck(check, make);

      expect(result).toEqual({ name: title, problem: null, skipped: null });
    });
  });
}
