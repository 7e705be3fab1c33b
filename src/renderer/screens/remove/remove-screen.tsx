import type { Scan } from '../../../main/core/matching/scan';
import { Page } from '../../components/page';
import { assertNever } from '../../state/assert-never';
import type { Intentions } from '../../state/intentions';
import type { PlanState, RemovalState } from '../../state/journey-state';
import type { PreparationCard } from '../../state/preparation-cards';
import { useWords } from '../../words/use-words';
import { Asking } from './asking';
import { PlanSummary } from './plan-summary';
import { Refusal } from './refusal';
import { RunEnded, RunFault, RunInterrupted } from './run-stopped';
import { RunRunning } from './run-running';

export interface RemoveScreenProps {
  readonly removal: RemovalState;
  readonly plan: PlanState;
  readonly scan: Scan | null;
  /** What still has to be settled before anything may start. */
  readonly open: readonly PreparationCard[];
  /** The chosen replacement's name; null when nothing was chosen. */
  readonly replacement: string | null;
  readonly isSimulated: boolean;
  readonly isRemote: boolean;
  readonly now: () => Date;
  readonly does: Pick<Intentions, 'startRemoval' | 'resume' | 'planAgain' | 'goTo' | 'lookAgain'>;
}

/** Exactly what will run, then how it goes. */
export function RemoveScreen(props: RemoveScreenProps) {
  const { t } = useWords();
  return (
    <Page title={t('remove.title')} lead={t('remove.lead')}>
      <RemoveBody {...props} />
    </Page>
  );
}

function RemoveBody(props: RemoveScreenProps) {
  const { removal, isSimulated, isRemote, does, now } = props;
  switch (removal.phase) {
    case 'idle':
      return <PlanSummary {...props} />;
    case 'asking':
      return <Asking isSimulated={isSimulated} isRemote={isRemote} />;
    case 'refused':
      return <Refusal refusal={removal.refusal} resuming={removal.resuming} does={does} />;
    case 'running':
      return <RunRunning view={removal.view} step={removal.step} lines={removal.lines} now={now} />;
    case 'interrupted':
      return <RunInterrupted view={removal.view} does={does} />;
    case 'ended':
      return <RunEnded view={removal.view} does={does} />;
    case 'failed':
      return <RunFault detail={removal.detail} resuming={removal.resuming} does={does} />;
    default:
      return assertNever(removal);
  }
}
