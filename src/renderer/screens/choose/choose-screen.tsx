import { Actions, Page } from '../../components/page';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { OneOf } from '../../components/one-of';
import { WaitBar } from '../../components/wait-bar';
import type { Intentions } from '../../state/intentions';
import type { Needs, RankingState } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import { AlternativeCard } from './alternative-card';
import styles from './choose-screen.module.css';

export interface ChooseScreenProps {
  readonly ranking: RankingState;
  readonly needs: Needs;
  readonly chosen: string | null;
  readonly decided: boolean;
  readonly does: Pick<Intentions, 'setNeeds' | 'replaceWith' | 'openPage' | 'goTo'>;
}

/** What protects this computer afterwards. */
export function ChooseScreen({ ranking, needs, chosen, decided, does }: ChooseScreenProps) {
  const { t } = useWords();
  const shown = ranking.phase === 'found' ? ranking.ranking : ranking.phase === 'busy' ? ranking.previous : null;
  return (
    <Page title={t('choose.title')} lead={t('choose.lead')}>
      <div className={styles.needs}>
        <OneOf
          label={t('choose.audience.label')}
          value={needs.audience}
          options={(['home', 'small-business'] as const).map((value) => ({
            value,
            says: t(`choose.audience.${value}`),
          }))}
          onChange={(audience) => does.setNeeds({ ...needs, audience })}
        />
        <OneOf
          label={t('choose.budget.label')}
          value={needs.budget}
          options={(['free', 'low', 'any'] as const).map((value) => ({ value, says: t(`choose.budget.${value}`) }))}
          onChange={(budget) => does.setNeeds({ ...needs, budget })}
        />
      </div>
      {ranking.phase === 'failed' ? (
        <Notice mark="stop" title={t('choose.failed')}>
          <p>{ranking.detail}</p>
        </Notice>
      ) : null}
      {ranking.phase === 'empty' ? <Notice mark="todo" title={t('choose.empty')} /> : null}
      {ranking.phase === 'busy' && shown === null ? <WaitBar label={t('choose.busy')} /> : null}
      {shown?.length === 0 ? <Notice mark="unsure" title={t('choose.none-fit')} /> : null}
      {shown === null || shown.length === 0 ? null : (
        <ol className={styles.list} aria-label={t('choose.list')}>
          {shown.map((ranked) => (
            <li key={ranked.alternative.id}>
              <AlternativeCard
                ranked={ranked}
                isTied={shown.filter(({ rank }) => rank === ranked.rank).length > 1}
                isChosen={chosen === ranked.alternative.id}
                does={does}
              />
            </li>
          ))}
        </ol>
      )}
      <p className={styles.honest}>{t('choose.no-ads')}</p>
      <Actions>
        <Button tone="main" onPress={() => does.goTo('remove')} testId="to-remove">
          {t('choose.to-remove')}
        </Button>
        {decided && chosen === null ? (
          <span>{t('choose.later-chosen')}</span>
        ) : (
          <Button onPress={() => does.replaceWith(null)} testId="choose-later">
            {t('choose.later')}
          </Button>
        )}
      </Actions>
    </Page>
  );
}
