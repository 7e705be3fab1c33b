import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './data-table.module.css';

export interface DataColumn {
  readonly head: string;
  /** `number` stands at the right; `wide` takes what the others leave. */
  readonly kind?: 'text' | 'number' | 'wide';
}

export interface DataTableProps {
  /** What the table holds, readable above it. */
  readonly caption: ReactNode;
  readonly columns: readonly DataColumn[];
  /** The first cell names its row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[]; readonly state?: string }[];
  readonly testId?: string;
}

/**
 * A table of evidence: caption, heads, one named row after the other. Where there is little room each row becomes a small list that names
 * its columns.
 */
export function DataTable({ caption, columns, rows, testId }: DataTableProps) {
  return (
    <div className={styles.room}>
      <table className={styles.table} data-testid={testId}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, kind }) => (
              <th key={head} scope="col" className={classNames(kind !== undefined && styles[kind])}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, state }) => (
            <tr key={key} data-state={state}>
              {columns.map(({ head, kind }, at) => {
                const inner = (
                  <>
                    <span className={styles.head} aria-hidden="true">
                      {head}
                    </span>
                    {cells[at]}
                  </>
                );
                const className = classNames(kind !== undefined && styles[kind]);
                return at === 0 ? (
                  <th key={head} scope="row" className={className}>
                    {inner}
                  </th>
                ) : (
                  <td key={head} className={className}>
                    {inner}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
