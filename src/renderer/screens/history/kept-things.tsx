import type { KeptThing, RunView } from '../../../preload/contract/requests';
import { Actions } from '../../components/page';
import { Button } from '../../components/button';
import { CommandText } from '../../components/command-text';
import { Notice } from '../../components/notice';
import { StatusWord } from '../../components/status-word';
import { WaitBar } from '../../components/wait-bar';
import type { Intentions } from '../../state/intentions';
import type { UndoState } from '../../state/journey-state';
import { tellReason } from '../../words/tell-reason';
import { useWords } from '../../words/use-words';
import styles from './kept-things.module.css';

export interface KeptThingsProps {
  readonly run: RunView;
  readonly undo: UndoState;
  readonly does: Pick<Intentions, 'undo'>;
}

/** What a run moved aside, each thing with its way back. */
export function KeptThings({ run, undo, does }: KeptThingsProps) {
  const { t } = useWords();
  const isBusy = undo.phase === 'undoing';
  const left = run.kept.filter(({ state }) => state !== 'back');
  return (
    <div className={styles.kept}>
      <ul className={styles.list}>
        {run.kept.map((thing) => (
          <Thing key={thing.item} thing={thing} isBusy={isBusy} putBack={() => does.undo(run.run, thing.item)} />
        ))}
      </ul>
      <UndoAnswer undo={undo} run={run.run} />
      {left.length > 1 ? (
        <Actions>
          <Button isDisabled={isBusy} onPress={() => does.undo(run.run, null)} testId={`undo-all-${run.run}`}>
            {t('history.undo-all', { count: left.length })}
          </Button>
        </Actions>
      ) : null}
    </div>
  );
}

function Thing({
  thing: { item, title, shows, state, reason },
  isBusy,
  putBack,
}: {
  readonly thing: KeptThing;
  readonly isBusy: boolean;
  readonly putBack: () => void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <li className={styles.thing} data-testid={`kept-${item}`} data-state={state}>
      <div className={styles.told}>
        <span>{title}</span>
        <CommandText text={shows} />
        <StatusWord mark={state === 'back' ? 'done' : state === 'kept' ? 'todo' : 'attention'}>
          {t(`history.kept.${state}`)} {reason === null ? '' : tellReason(words, reason, null)}
        </StatusWord>
      </div>
      {state === 'back' ? null : (
        <Button
          isDisabled={isBusy}
          onPress={putBack}
          label={t('history.undo-named', { what: shows })}
          testId={`undo-${item}`}
        >
          {t('history.undo')}
        </Button>
      )}
    </li>
  );
}

function UndoAnswer({ undo, run }: { readonly undo: UndoState; readonly run: string }) {
  const words = useWords();
  const { t } = words;
  if (undo.phase === 'idle' || undo.run !== run) return null;
  switch (undo.phase) {
    case 'undoing':
      return <WaitBar label={t('history.undoing')} />;
    case 'refused':
      return (
        <Notice mark="attention" title={t('history.not-undone')} testId="undo-refused">
          <p>{tellReason(words, undo.refusal.reason, undo.refusal.detail)}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice mark="stop" title={t('history.not-undone')}>
          <p>{undo.detail}</p>
        </Notice>
      );
  }
}
