import type { UndoneItem } from '../../core/execution/undo';
import type { Words } from '../../core/knowledge/words';
import type { KeptItem } from '../../core/machine/kept-item';
import { table } from './table';

/** What was moved aside and whether each can be put back. */
export function printKept(items: readonly KeptItem[], words: Words, columns: number): string {
  if (items.length === 0) return `${words('cli.undo.nothing-kept')}\n`;
  const rows = items.map(({ id, from, movedAt, restorable, reason }) => [
    id,
    from,
    movedAt.slice(0, 10),
    restorable ? words('cli.undo.restorable') : reasonOf(reason, words),
  ]);
  return table(
    ['item', 'from', 'moved', 'state'].map((column) => words(`cli.undo.columns.${column}`)),
    rows,
    columns,
  );
}

/** What became of each item. */
export function printUndone(items: readonly UndoneItem[], words: Words, columns: number): string {
  if (items.length === 0) return `${words('cli.undo.nothing-left')}\n`;
  const rows = items.map(({ id, outcome, reason }) => [id, words(`outcomes.${outcome}`), reasonOf(reason, words)]);
  return table(
    ['item', 'state', 'reason'].map((column) => words(`cli.undo.columns.${column}`)),
    rows,
    columns,
  );
}

const reasonOf = (reason: string | null, words: Words): string => (reason === null ? '' : words(`reasons.${reason}`));
