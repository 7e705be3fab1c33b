import { unanswered, type Answer } from '../../core/machine/answer';
import type { NoReading } from './native/reading';

/** A native reading without a value, as an answer: Windows' error code stays visible as evidence. */
export const answerFrom = (reading: NoReading): Answer<never> =>
  reading.status === 'absent'
    ? unanswered('absent', 'not there')
    : unanswered(reading.status, `${reading.call}: error ${reading.code}`);
