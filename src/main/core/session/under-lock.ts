import type { MachineActor } from '../machine/machine';
import { RecordNotWritten } from '../execution/journal';
import type { Refusal, SessionTools } from './session';

export type Refused = { readonly ok: false; readonly refusal: Refusal };

/**
 * Work that changes a computer: only where it can be changed, with the rights for it, one at a time, and never without a record. Each that is
 * missing is a refusal.
 */
export async function underLock<T extends { readonly ok: boolean }>(
  tools: SessionTools,
  work: (actor: MachineActor) => Promise<T | Refused>,
): Promise<T | Refused> {
  const { acting, reader } = tools.machine;
  if (!acting.can) return refused({ reason: 'cannot-act', because: acting.reason });
  const privilege = await reader.ask('privilege', {}, 5_000);
  if (privilege.status !== 'ok' || !privilege.value.elevated) return refused({ reason: 'needs-elevation' });
  try {
    return await locked(tools, () => work(acting.actor));
  } catch (error) {
    if (error instanceof RecordNotWritten)
      return refused({ reason: 'record-not-written', run: error.run, because: error.code });
    throw error;
  }
}

async function locked<T>(tools: SessionTools, work: () => Promise<T | Refused>): Promise<T | Refused> {
  const lock = tools.journals.lock();
  if ('heldBy' in lock) return refused({ reason: 'somebody-else', heldBy: lock.heldBy });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

const refused = (refusal: Refusal): Refused => ({ ok: false, refusal });
