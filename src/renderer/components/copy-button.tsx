import { useState } from 'react';
import { copyText } from '../bridge/copy-text';
import { Button } from './button';
import styles from './copy-button.module.css';

export interface CopyButtonProps {
  readonly children: string;
  /** Made when it is asked for: it may be long. */
  readonly text: () => string;
  readonly copied: string;
  /** What to do when the system refuses; the text is then shown to be copied by hand. */
  readonly refused: string;
  readonly testId?: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ children, text, copied, refused, testId }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const copy = (): void => void copyText(text(), null).then((ok) => setOutcome(ok ? 'copied' : 'refused'));
  return (
    <div className={styles.copy}>
      <Button onPress={copy} {...(testId === undefined ? {} : { testId })}>
        {children}
      </Button>
      <span role="status">{outcome === 'none' ? null : outcome === 'copied' ? copied : refused}</span>
      {outcome === 'refused' ? (
        <textarea className={styles.byHand} readOnly rows={6} value={text()} aria-label={children} />
      ) : null}
    </div>
  );
}
