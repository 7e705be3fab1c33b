import { actingChecks } from './acting-checks';
import { agreementChecks } from './agreement-checks';
import { answerChecks } from './answer-checks';
import type { Check } from './check';
import type { Subject } from './subject';

export interface CheckResult {
  readonly name: string;
  /** Null when the check held or was skipped. */
  readonly problem: string | null;
  /** Why the check could not be made here, or null. */
  readonly skipped: string | null;
}

/** What every computer must keep, be it real, recorded or simulated. Each check gets a subject of its own. */
export const conformanceChecks: readonly Check[] = [...answerChecks, ...agreementChecks, ...actingChecks];

/**
 * Runs every check against a computer and tells how each went. Needs nothing but JavaScript, so that it runs inside any
 * program: a test, or a bundle on the system that is tested.
 */
export async function machineConformance(make: () => Promise<Subject>): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of conformanceChecks) results.push(await runCheck(check, make));
  return results;
}

export async function runCheck(check: Check, make: () => Promise<Subject>): Promise<CheckResult> {
  const { name } = check;
  try {
    const said = await check.run(await make());
    if (said === null || typeof said === 'string') return { name, problem: said, skipped: null };
    return { name, problem: null, skipped: said.skipped };
  } catch (error) {
    // A machine must answer with values: whatever it throws is a fault of its own.
    return {
      name,
      problem: `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      skipped: null,
    };
  }
}
