import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './tick.module.css';

export interface TickProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly testId?: string;
}

/** A box to tick, with its words. */
export function Tick({ children, isSelected, onChange, testId }: TickProps) {
  return (
    <Checkbox
      className={styles.tick ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
    >
      <span className={styles.box}>
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M3.5 8.4l3 3 6-6.6" />
        </svg>
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
