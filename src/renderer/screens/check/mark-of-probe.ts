import type { ProbeRecord } from '../../../main/core/probing/finding';
import type { Mark } from '../../state/stage-status';

/** Whether a probe said something; that there is nothing, or that it has no sense here, is an answer too. */
export const hasAnswered = ({ status }: ProbeRecord): boolean =>
  status === 'ok' || status === 'absent' || status === 'not-applicable';

/** The shape beside a probe's state. */
export const markOfProbe = (probe: ProbeRecord): Mark =>
  hasAnswered(probe) ? 'done' : probe.required ? 'attention' : 'unsure';
