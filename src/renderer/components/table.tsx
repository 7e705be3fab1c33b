import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface TableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly ReactNode[];
    readonly testId?: string;
    readonly state?: string;
  }[];
}

/** A plain table. On a narrow page each row becomes a small list that names its columns. */
export function Table({ caption, heads, rows }: TableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, testId, state }) => (
          <tr key={key} data-testid={testId} data-state={state}>
            {cells.map((cell, at) => (
              <td key={heads[at]}>
                <span className={styles.head} aria-hidden="true">
                  {heads[at]}
                </span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
