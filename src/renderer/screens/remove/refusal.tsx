import type { RunRefusal, RunView } from '../../../preload/contract/requests';
import { Actions } from '../../components/page';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import type { Intentions } from '../../state/intentions';
import { tellReason } from '../../words/tell-reason';
import { useWords } from '../../words/use-words';

export interface RefusalProps {
  readonly refusal: RunRefusal;
  readonly resuming: RunView | null;
  readonly does: Pick<Intentions, 'startRemoval' | 'resume' | 'planAgain' | 'goTo'>;
}

/** Nothing was begun: why, and what can be done now. */
export function Refusal({ refusal, resuming, does }: RefusalProps) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <Notice mark="attention" title={t('remove.refused.title')} testId="refusal">
        <p data-testid="refusal-reason">{tellReason(words, refusal.reason, refusal.detail)}</p>
        {refusal.blockers.map(({ id, says, nextStep }) => (
          <p key={id}>
            {says} {nextStep}
          </p>
        ))}
      </Notice>
      <Actions>
        {mayTryAgain.has(refusal.reason) ? (
          <Button
            tone="main"
            onPress={() => (resuming === null ? does.startRemoval() : does.resume(resuming))}
            testId="try-again"
          >
            {t('remove.refused.try-again')}
          </Button>
        ) : null}
        <Button tone={mayTryAgain.has(refusal.reason) ? 'side' : 'main'} onPress={does.planAgain} testId="plan-again">
          {t('remove.refused.look-again')}
        </Button>
        {refusal.blockers.length === 0 ? null : (
          <Button onPress={() => does.goTo('prepare')}>{t('remove.to-prepare')}</Button>
        )}
      </Actions>
    </>
  );
}

/** Answers that a second try can change without a new plan. */
const mayTryAgain: ReadonlySet<string> = new Set([
  'elevation-denied',
  'not-confirmed',
  'somebody-else',
  'elevation-unavailable',
]);
