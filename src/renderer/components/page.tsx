import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './page.module.css';

/** A stage's page: its heading takes the focus when the stage is opened, then what it is for. */
export function Page({
  title,
  lead,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  /** For tables: lines may grow longer than is good for prose. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classNames(styles.page, wide && styles.wide)}>
      <header>
        <h1 tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

/** Where the page's next things to do stand. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
