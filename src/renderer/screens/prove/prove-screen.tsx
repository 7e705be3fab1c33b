import type { RunView } from '../../../preload/contract/requests';
import { Actions, Page } from '../../components/page';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { WaitBar } from '../../components/wait-bar';
import { assertNever } from '../../state/assert-never';
import type { Intentions } from '../../state/intentions';
import type { ProofState, SavingState } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import { Proof } from './proof';

export interface ProveScreenProps {
  readonly proof: ProofState;
  readonly saving: SavingState;
  readonly run: RunView | null;
  /** There is something to remove and it was not begun: looking now is possible, but early. */
  readonly isPlanned: boolean;
  readonly canPlanAgain: boolean;
  readonly does: Pick<Intentions, 'verify' | 'save' | 'planAgain' | 'goTo'>;
}

/** Is it gone, and does something else protect this computer now? */
export function ProveScreen(props: ProveScreenProps) {
  const { t } = useWords();
  return (
    <Page title={t('prove.title')} lead={t('prove.lead')}>
      <ProveBody {...props} />
    </Page>
  );
}

function ProveBody({ proof, saving, run, isPlanned, canPlanAgain, does }: ProveScreenProps) {
  const { t } = useWords();
  switch (proof.phase) {
    case 'empty':
      return (
        <>
          <Notice mark="todo" title={t('prove.empty.title')}>
            <p>{t(isPlanned && run === null ? 'prove.empty.early' : 'prove.empty.body')}</p>
          </Notice>
          <Actions>
            <Button tone="main" isDisabled={!canPlanAgain} onPress={does.verify} testId="verify">
              {t('prove.look')}
            </Button>
          </Actions>
        </>
      );
    case 'looking':
      return (
        <Notice mark="busy" title={t('prove.looking.title')}>
          <p>{t('prove.looking.body')}</p>
          <WaitBar label={t('prove.looking.title')} />
        </Notice>
      );
    case 'failed':
      return (
        <>
          <Notice mark="stop" title={t('prove.failed.title')}>
            <p>{t('prove.failed.body', { detail: proof.detail })}</p>
          </Notice>
          <Actions>
            <Button tone="main" onPress={does.verify} testId="verify">
              {t('prove.look')}
            </Button>
          </Actions>
        </>
      );
    case 'done':
      return (
        <Proof verification={proof.verification} saving={saving} run={run} canPlanAgain={canPlanAgain} does={does} />
      );
    default:
      return assertNever(proof);
  }
}
