import { ok, type Answer } from '../../core/machine/answer';
import type { Privilege } from '../../core/machine/shapes';
import { findProgram } from './find-program';
import type { LinuxTools } from './linux-tools';

/** Whether we are root, and which of the system's own ways to become it is installed. */
export function readPrivilege(tools: LinuxTools): Answer<Privilege> {
  const prompt = findProgram(tools, 'pkexec') !== null ? 'polkit' : findProgram(tools, 'sudo') !== null ? 'sudo' : null;
  return ok({ elevated: tools.effectiveUserId === 0, prompt });
}
