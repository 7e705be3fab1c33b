import type { Step } from '../../../main/core/planning/plan';
import { AskFirst } from '../../components/ask-first';
import { useWords } from '../../words/use-words';

export interface ConfirmRemovalProps {
  readonly isOpen: boolean;
  readonly actions: readonly Step[];
  readonly isSimulated: boolean;
  readonly isRemote: boolean;
  readonly needsRestart: boolean;
  readonly onClose: () => void;
  readonly onAgree: () => void;
}

/** The one confirmation that counts: how much is removed, and what the system will ask next. */
export function ConfirmRemoval({
  isOpen,
  actions,
  isSimulated,
  isRemote,
  needsRestart,
  onClose,
  onAgree,
}: ConfirmRemovalProps) {
  const { t } = useWords();
  return (
    <AskFirst
      isOpen={isOpen}
      title={t('remove.confirm.title', { count: actions.length })}
      cancel={t('remove.confirm.cancel')}
      agree={{ says: t('remove.confirm.agree'), onPress: onAgree, testId: 'confirm-removal' }}
      onClose={onClose}
    >
      <ul>
        {actions.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      {needsRestart ? <p>{t('remove.confirm.restart')}</p> : null}
      <p>
        {isSimulated
          ? t('remove.confirm.simulated')
          : t(isRemote ? 'remove.confirm.prompt-remote' : 'remove.confirm.prompt')}
      </p>
    </AskFirst>
  );
}
