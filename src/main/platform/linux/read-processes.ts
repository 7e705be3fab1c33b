import { ok, type Answer } from '../../core/machine/answer';
import type { Process } from '../../core/machine/shapes';
import type { SeenProcesses } from './see-processes';

/** What runs now, as far as we may see it. */
export const readProcesses = (seen: Answer<SeenProcesses>): Answer<Process[]> =>
  seen.status === 'ok'
    ? ok(seen.value.processes.map(({ pid, name, executable }) => ({ pid, name, executable })))
    : seen;
