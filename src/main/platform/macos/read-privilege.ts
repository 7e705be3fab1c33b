import { ok, type Answer } from '../../core/machine/answer';
import type { Privilege } from '../../core/machine/shapes';
import type { MacTools } from './mac-tools';

/** Whether we are root. Every Mac can ask for an administrator in its own dialog. */
export const readPrivilege = (tools: MacTools): Answer<Privilege> =>
  ok({ elevated: tools.effectiveUserId === 0, prompt: 'authorization' });
