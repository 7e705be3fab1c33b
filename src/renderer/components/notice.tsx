import type { ReactNode } from 'react';
import type { Mark } from '../state/stage-status';
import { classNames } from './class-names';
import styles from './notice.module.css';
import { StatusShape } from './status-shape';

/** Something to take note of, told quietly: shape, title, and what to do. */
export function Notice({
  mark,
  title,
  children,
  testId,
}: {
  readonly mark: Mark;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly testId?: string;
}) {
  return (
    <div className={classNames(styles.notice, styles[mark])} data-testid={testId}>
      <StatusShape mark={mark} />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}
