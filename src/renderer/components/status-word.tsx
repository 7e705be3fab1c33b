import type { ReactNode } from 'react';
import type { Mark } from '../state/stage-status';
import { StatusShape } from './status-shape';
import styles from './status-word.module.css';

/** A state as shape and word. */
export function StatusWord({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }) {
  return (
    <span className={styles.status}>
      <StatusShape mark={mark} />
      <span>{children}</span>
    </span>
  );
}
