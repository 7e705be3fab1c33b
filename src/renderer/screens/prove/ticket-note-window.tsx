import { useRef, useState } from 'react';
import { copyText } from '../../bridge/copy-text';
import { Actions } from '../../components/page';
import { AskFirst } from '../../components/ask-first';
import { Button } from '../../components/button';
import { useWords } from '../../words/use-words';
import styles from './ticket-note-window.module.css';

/** The note to read, select and copy. */
export function TicketNoteWindow({ note, onClose }: { readonly note: string | null; readonly onClose: () => void }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'not-yet' | 'copied' | 'refused'>('not-yet');
  const close = (): void => {
    setCopied('not-yet');
    onClose();
  };
  const copy = (): void => void copyText(note ?? '', field.current).then((ok) => setCopied(ok ? 'copied' : 'refused'));
  return (
    <AskFirst isOpen={note !== null} title={t('prove.note.window')} cancel={t('prove.note.close')} onClose={close}>
      <textarea
        ref={field}
        className={styles.note}
        readOnly
        rows={12}
        value={note ?? ''}
        aria-label={t('prove.note.window')}
        data-testid="ticket-note-text"
      />
      <Actions>
        <Button tone="main" onPress={copy} testId="copy-note">
          {t('prove.note.copy')}
        </Button>
        <span role="status">{copied === 'not-yet' ? null : t(`prove.note.${copied}`)}</span>
      </Actions>
    </AskFirst>
  );
}
