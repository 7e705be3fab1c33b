import type { Protection } from '../../../main/core/matching/scan';
import { Card } from '../../components/card';
import { ForeignText } from '../../components/foreign-text';
import { StatusWord } from '../../components/status-word';
import type { Mark } from '../../state/stage-status';
import { useWords } from '../../words/use-words';
import styles from './protection-card.module.css';

/** What protects this computer now, whatever it is. */
export function ProtectionCard({ protection }: { readonly protection: Protection }) {
  const { t } = useWords();
  return (
    <Card
      title={t('check.protection.title')}
      testId="protection"
      state={protection.verdict}
      aside={
        <StatusWord mark={verdictMarks[protection.verdict]}>
          {t(`protection-verdicts.${protection.verdict}`)}
        </StatusWord>
      }
    >
      {protection.products.length === 0 ? (
        <p>{t('check.protection.none')}</p>
      ) : (
        <ul className={styles.list}>
          {protection.products.map(({ name, state, definitions, ghost }) => (
            <li key={name} className={styles.line}>
              <ForeignText text={name} />
              <StatusWord mark={stateMarks[state]}>
                {ghost
                  ? t('check.protection.ghost')
                  : [
                      t(`protection.${state}`),
                      definitions === 'unknown' ? null : t(`check.protection.definitions.${definitions}`),
                    ]
                      .filter((part) => part !== null)
                      .join(', ')}
              </StatusWord>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const verdictMarks: Readonly<Record<Protection['verdict'], Mark>> = {
  protected: 'done',
  unprotected: 'attention',
  unknown: 'unsure',
};
const stateMarks: Readonly<Record<Protection['products'][number]['state'], Mark>> = {
  on: 'done',
  off: 'todo',
  snoozed: 'attention',
  unknown: 'unsure',
};
