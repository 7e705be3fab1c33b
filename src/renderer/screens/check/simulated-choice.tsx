import type { ComputerChoice } from '../../../preload/contract/requests';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { useWords } from '../../words/use-words';
import styles from './simulated-choice.module.css';

/** The same journey on a computer in memory, for those who have nothing to remove here. */
export function SimulatedChoice({
  computers,
  choose,
}: {
  readonly computers: readonly ComputerChoice[];
  readonly choose: (id: string) => void;
}) {
  const { t, language } = useWords();
  return (
    <Card title={t('check.simulated.title')} testId="simulated-choice">
      <p>{t('check.simulated.body')}</p>
      <ul className={styles.list}>
        {computers.map(({ id, title, story }) => (
          <li key={id} className={styles.line}>
            <div>
              <strong>{title[language]}</strong>
              <p className={styles.story}>{story[language]}</p>
            </div>
            <Button
              onPress={() => choose(id)}
              label={t('check.simulated.try-named', { computer: title[language] })}
              testId={`choose-computer-${id}`}
            >
              {t('check.simulated.try')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
