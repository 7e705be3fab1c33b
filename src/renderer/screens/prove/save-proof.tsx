import { useState } from 'react';
import type { RunView } from '../../../preload/contract/requests';
import type { Verification } from '../../../main/core/verification/verification';
import { Actions } from '../../components/page';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ForeignText } from '../../components/foreign-text';
import { assertNever } from '../../state/assert-never';
import type { Intentions } from '../../state/intentions';
import type { SavingState } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import styles from './save-proof.module.css';
import { ticketNote } from './ticket-note';
import { TicketNoteWindow } from './ticket-note-window';

export interface SaveProofProps {
  readonly verification: Verification;
  readonly saving: SavingState;
  readonly run: RunView | null;
  readonly does: Pick<Intentions, 'save'>;
}

/** Something to keep: a page to read, a file for machines, a note for a ticket. */
export function SaveProof({ verification, saving, run, does }: SaveProofProps) {
  const words = useWords();
  const { t } = words;
  const [note, setNote] = useState<string | null>(null);
  return (
    <Card title={t('prove.keep.title')}>
      <p>{t('prove.keep.body')}</p>
      <Actions>
        <Button tone="main" isDisabled={saving.phase === 'saving'} onPress={() => does.save('html')} testId="save-html">
          {t('prove.keep.html')}
        </Button>
        <Button isDisabled={saving.phase === 'saving'} onPress={() => does.save('json')} testId="save-json">
          {t('prove.keep.json')}
        </Button>
        <Button onPress={() => setNote(ticketNote(verification, run, words))} testId="ticket-note">
          {t('prove.keep.note')}
        </Button>
      </Actions>
      <div role="status" className={styles.saved} data-testid="saving" data-phase={saving.phase}>
        <Saved saving={saving} />
      </div>
      <TicketNoteWindow note={note} onClose={() => setNote(null)} />
    </Card>
  );
}

function Saved({ saving }: { readonly saving: SavingState }) {
  const { t } = useWords();
  switch (saving.phase) {
    case 'idle':
      return null;
    case 'saving':
      return <p>{t('prove.keep.saving')}</p>;
    case 'cancelled':
      return <p>{t('prove.keep.cancelled')}</p>;
    case 'saved':
      return (
        <p>
          {t('prove.keep.saved')} <ForeignText text={saving.savedAs} exact />
        </p>
      );
    case 'failed':
      return <p>{t('prove.keep.failed', { detail: saving.detail })}</p>;
    default:
      return assertNever(saving);
  }
}
