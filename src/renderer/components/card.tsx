import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './card.module.css';

export interface CardProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What stands beside the title: a state, usually. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly flat?: boolean;
  readonly testId?: string;
  readonly state?: string;
}

/** A titled region of a page. `flat` ones have no frame. */
export function Card({ title, children, aside, level = 2, flat = false, testId, state }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      className={classNames(styles.card, flat && styles.flat)}
      aria-labelledby={id}
      data-testid={testId}
      data-state={state}
    >
      <div className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}
