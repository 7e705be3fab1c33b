import { putBack, type UndoneItem } from '../execution/undo';
import { runState } from '../execution/read-journal';
import type { KeptItem } from '../machine/kept-item';
import type { Refusal, SessionTools, UndoResult } from './session';
import { underLock } from './under-lock';

/** See `Session.kept`. */
export async function keptItems(
  run: string,
  tools: SessionTools,
): Promise<
  { readonly ok: true; readonly items: readonly KeptItem[] } | { readonly ok: false; readonly refusal: Refusal }
> {
  const opened = tools.journals.open(run);
  if (!opened.ok) return { ok: false, refusal: { reason: opened.reason } };
  tools.replay?.(opened.journal);
  const { acting } = tools.machine;
  if (!acting.can) return { ok: false, refusal: { reason: 'cannot-act', because: acting.reason } };
  const kept = await acting.actor.keeps(run);
  if (kept.status === 'denied') return { ok: false, refusal: { reason: 'needs-elevation' } };
  return { ok: true, items: kept.status === 'ok' ? kept.value : [] };
}

/** See `Session.undo`. */
export async function undoRun(
  run: string,
  wanted: readonly string[] | null,
  tools: SessionTools,
  onItem: (item: UndoneItem) => void = () => undefined,
): Promise<UndoResult> {
  return underLock<UndoResult>(tools, async (actor) => {
    const opened = tools.journals.open(run);
    if (!opened.ok) return { ok: false, refusal: { reason: opened.reason } };
    const { journal } = opened;
    tools.replay?.(journal);
    const kept = await actor.keeps(run);
    if (kept.status !== 'ok') return { ok: false, refusal: { reason: 'kept-unreadable', because: kept.reason } };
    const unknown = wanted?.find((item) => !kept.value.some(({ id }) => id === item));
    if (unknown !== undefined) return { ok: false, refusal: { reason: 'no-such-item', item: unknown } };
    const { undone } = runState(journal.lines());
    const items = kept.value
      .filter(({ id, restorable }) => wanted?.includes(id) ?? (restorable && undone.get(id)?.outcome !== 'done'))
      .map(({ id }) => id)
      .reverse();
    return { ok: true, run, items: await putBack(items, actor, journal, onItem) };
  });
}
