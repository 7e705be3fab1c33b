import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import styles from './fold.module.css';

export interface FoldProps {
  readonly summary: string;
  readonly children: ReactNode;
  readonly onOpen?: () => void;
  readonly startsOpen?: boolean;
  readonly testId?: string;
}

/** Something for those who want to see more. */
export function Fold({ summary, children, onOpen, startsOpen = false, testId }: FoldProps) {
  return (
    <Disclosure
      className={styles.fold ?? ''}
      defaultExpanded={startsOpen}
      onExpandedChange={(isOpen) => isOpen && onOpen?.()}
    >
      <Button
        slot="trigger"
        className={styles.summary ?? ''}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
      >
        <svg className={styles.arrow} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <path d="M4 2l4 4-4 4" />
        </svg>
        {summary}
      </Button>
      <DisclosurePanel className={styles.panel ?? ''}>{children}</DisclosurePanel>
    </Disclosure>
  );
}
