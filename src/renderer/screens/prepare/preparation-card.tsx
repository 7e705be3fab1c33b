import type { Blocker } from '../../../main/core/matching/scan';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fold } from '../../components/fold';
import { StatusWord } from '../../components/status-word';
import { Tick } from '../../components/tick';
import { assertNever } from '../../state/assert-never';
import type { Intentions } from '../../state/intentions';
import type { CardState, PreparationCard as PreparationCardValue } from '../../state/preparation-cards';
import type { Mark } from '../../state/stage-status';
import { useWords } from '../../words/use-words';

export interface PreparationCardProps {
  readonly card: PreparationCardValue;
  readonly does: Pick<Intentions, 'settle' | 'lookAt' | 'setDone' | 'lookAgain'>;
}

/** One thing to see to: what, why, and how it is settled. */
export function PreparationCard({ card, does }: PreparationCardProps) {
  const { t } = useWords();
  const title = card.kind === 'task' ? card.step.title : card.blocker.says;
  return (
    <Card
      title={title}
      testId={`prepare-${card.id}`}
      state={card.state}
      aside={<StatusWord mark={marks[card.state]}>{t(`prepare.state.${card.state}`)}</StatusWord>}
    >
      <CardBody card={card} does={does} />
    </Card>
  );
}

function CardBody({ card, does }: PreparationCardProps) {
  const { t, has } = useWords();
  switch (card.kind) {
    case 'stop':
      return (
        <>
          <p>{card.blocker.nextStep}</p>
          <WhoSettles who={card.blocker.who} />
          {card.settling === 'look-again' ? (
            <Button onPress={does.lookAgain}>{t('prepare.look-again')}</Button>
          ) : (
            <Tick
              isSelected={card.state === 'done'}
              onChange={(settled) => does.settle(card.id, settled)}
              testId={`settle-${card.id}`}
            >
              {has(`prepare.settle.${card.id}`) ? t(`prepare.settle.${card.id}`) : t('prepare.settle.other')}
            </Tick>
          )}
        </>
      );
    case 'notice':
      return (
        <>
          <p>{card.blocker.nextStep}</p>
          <WhoSettles who={card.blocker.who} />
          <Tick
            isSelected={card.state === 'done'}
            onChange={(done) => does.setDone(card.id, done)}
            testId={`prepare-done-${card.id}`}
          >
            {t('prepare.noted')}
          </Tick>
        </>
      );
    case 'task':
      return (
        <>
          <Tick
            isSelected={card.state === 'done'}
            onChange={(done) => does.setDone(card.id, done)}
            testId={`prepare-done-${card.id}`}
          >
            {t('prepare.done')}
          </Tick>
          <Fold
            summary={t('prepare.why', { count: card.step.minutes })}
            onOpen={() => does.lookAt(card.id)}
            testId={`prepare-why-${card.id}`}
          >
            <p>{card.step.why}</p>
          </Fold>
        </>
      );
    default:
      return assertNever(card);
  }
}

/** What the person settles alone needs no such line, and neither does what settles itself. */
function WhoSettles({ who }: { readonly who: Blocker['who'] }) {
  const { t } = useWords();
  return who === 'you' || who === 'wait' ? null : <p>{t('prepare.who-settles', { who: t(`who.${who}`) })}</p>;
}

const marks: Readonly<Record<CardState, Mark>> = {
  'not-started': 'todo',
  'looked-at': 'busy',
  'cannot-continue': 'stop',
  done: 'done',
};
