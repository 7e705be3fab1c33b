import type { Journey } from '../journey/open-journey';
import { ExpectedFailure, type Handlers } from './handlers';

/** Everything that looks and changes nothing. */
export const answerLooking = (
  journey: () => Journey,
): Pick<Handlers, 'scan:run' | 'plan:make' | 'alternatives:rank' | 'verify:run' | 'report:make'> => ({
  'scan:run': () => journey().scan.join(),
  'plan:make': (choices) => journey().plan(choices),
  'alternatives:rank': async (needs) => {
    const ranked = await journey().session().alternatives(needs);
    return ranked.map(({ alternative, reasons, rank }) => ({ alternative, reasons: [...reasons], rank }));
  },
  'verify:run': async ({ run }) => {
    const result = await journey().session().verify(run);
    if (!result.ok) throw new ExpectedFailure(result.reason);
    return result.verification;
  },
  'report:make': async ({ run }) => {
    const result = await journey().session().report(run);
    if (!result.ok) throw new ExpectedFailure(result.reason);
    return result.report;
  },
});
