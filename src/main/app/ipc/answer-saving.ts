import { reportHtml } from '../../core/reporting/report-html';
import { writeAtomically } from '../../platform/storage/write-atomically';
import type { Journey } from '../journey/open-journey';
import { ExpectedFailure, type Handlers } from './handlers';

export interface SavingTools {
  readonly journey: () => Journey;
  /** Asks where to save; null when the person cancelled. `day` is the day the report was made, YYYY-MM-DD. */
  readonly askWhere: (format: 'html' | 'json', day: string) => Promise<string | null>;
}

/** Saves the proof where the person says; the page never names a path. */
export const answerSaving = ({ journey, askWhere }: SavingTools): Pick<Handlers, 'report:save'> => ({
  'report:save': async ({ run, format }) => {
    const result = await journey().session().report(run);
    if (!result.ok) throw new ExpectedFailure(result.reason);
    const { report } = result;
    const path = await askWhere(format, report.madeAt.slice(0, 10));
    if (path === null) return { savedAs: null };
    const { words, language } = journey().tools();
    writeAtomically(
      path,
      format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportHtml(report, words, language),
    );
    return { savedAs: path };
  },
});
