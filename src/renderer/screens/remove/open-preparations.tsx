import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import type { PreparationCard } from '../../state/preparation-cards';
import { useWords } from '../../words/use-words';

/** Why the removal cannot start yet, and the way there. */
export function OpenPreparations({
  open,
  goToPrepare,
}: {
  readonly open: readonly PreparationCard[];
  readonly goToPrepare: () => void;
}) {
  const { t } = useWords();
  return (
    <Notice
      mark={open.some(({ kind }) => kind === 'stop') ? 'stop' : 'attention'}
      title={t('remove.open', { count: open.length })}
      testId="open-preparations"
    >
      <ul>
        {open.map((card) => (
          <li key={card.id}>{card.kind === 'task' ? card.step.title : card.blocker.says}</li>
        ))}
      </ul>
      <Button onPress={goToPrepare}>{t('remove.to-prepare')}</Button>
    </Notice>
  );
}
