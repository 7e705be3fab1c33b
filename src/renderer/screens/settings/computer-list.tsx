import type { ComputerChoice } from '../../../preload/contract/requests';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { StatusWord } from '../../components/status-word';
import { useWords } from '../../words/use-words';
import styles from '../check/simulated-choice.module.css';

export interface ComputerListProps {
  readonly computers: { readonly chosen: string | null; readonly list: readonly ComputerChoice[] };
  readonly isBusy: boolean;
  readonly choose: (id: string) => void;
}

/** Every computer the journey can be made on, with the chosen one named. */
export function ComputerList({ computers, isBusy, choose }: ComputerListProps) {
  const { t, language } = useWords();
  return (
    <Card title={t('settings.computers.title')}>
      <p>{t(isBusy ? 'settings.computers.busy' : 'settings.computers.body')}</p>
      <ul className={styles.list}>
        {computers.list.map(({ id, simulated, title, story }) => (
          <li key={id} className={styles.line}>
            <div>
              <strong>{title[language]}</strong> {simulated ? `(${t('settings.computers.simulated')})` : null}
              <p className={styles.story}>{story[language]}</p>
            </div>
            {id === computers.chosen ? (
              <StatusWord mark="done">{t('settings.computers.chosen')}</StatusWord>
            ) : (
              <Button
                isDisabled={isBusy}
                onPress={() => choose(id)}
                label={t('settings.computers.choose-named', { computer: title[language] })}
                testId={`choose-computer-${id}`}
              >
                {t('settings.computers.choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
