import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { StatusWord } from '../../components/status-word';
import type { Intentions } from '../../state/intentions';
import type { Ranking } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import styles from './alternative-card.module.css';

export interface AlternativeCardProps {
  readonly ranked: Ranking[number];
  readonly isTied: boolean;
  readonly isChosen: boolean;
  readonly does: Pick<Intentions, 'replaceWith' | 'openPage'>;
}

/** One thing that could protect this computer, with where each statement comes from. What is not known says so. */
export function AlternativeCard({
  ranked: { alternative, reasons, rank },
  isTied,
  isChosen,
  does,
}: AlternativeCardProps) {
  const { t, date, language } = useWords();
  const { id, name, builtIn, summary, fact, price } = alternative;
  const orUnknown = (value: string | null): string => value ?? t('choose.unknown');
  return (
    <Card
      title={builtIn ? t('choose.stay', { name }) : name}
      testId={`alternative-${id}`}
      state={isChosen ? 'chosen' : 'open'}
      aside={
        <span className={styles.rank}>{isTied ? t('choose.rank-tied', { rank }) : t('choose.rank', { rank })}</span>
      }
    >
      <p>{summary[language]}</p>
      {reasons.length === 0 ? null : (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{t(`choosing.reasons.${reason}`)}</li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          { name: t('choose.owner'), value: orUnknown(alternative.owner) },
          { name: t('choose.country'), value: orUnknown(alternative.country) },
          { name: t('choose.price.label'), value: price === null ? t('choose.unknown') : t(`choose.price.${price}`) },
          { name: t('choose.seen'), value: `${date(fact.seen)} (${t(`choose.trust.${fact.confidence}`)})` },
        ]}
      />
      <div className={styles.actions}>
        {isChosen ? (
          <span data-testid={`chosen-${id}`}>
            <StatusWord mark="done">{t('choose.chosen')}</StatusWord>
          </span>
        ) : (
          <Button onPress={() => does.replaceWith(id)} label={t('choose.pick-named', { name })} testId={`pick-${id}`}>
            {t('choose.pick')}
          </Button>
        )}
        <Button tone="bare" onPress={() => does.openPage('alternative', id)} label={t('choose.page-named', { name })}>
          {t('choose.page')}
        </Button>
      </div>
    </Card>
  );
}
