import type { AppFacts, ComputerChoice, Settings } from '../../../preload/contract/requests';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { OneOf } from '../../components/one-of';
import { Page } from '../../components/page';
import { Tick } from '../../components/tick';
import type { Intentions } from '../../state/intentions';
import { useWords } from '../../words/use-words';
import { ComputerList } from './computer-list';

export interface SettingsScreenProps {
  readonly settings: Settings;
  readonly facts: AppFacts | null;
  readonly computers: { readonly chosen: string | null; readonly list: readonly ComputerChoice[] };
  /** While something is being removed the computer cannot be changed. */
  readonly isBusy: boolean;
  readonly does: Pick<Intentions, 'changeSettings' | 'chooseComputer'>;
}

/** How the window looks and speaks, and which computer it is about. */
export function SettingsScreen({ settings, facts, computers, isBusy, does }: SettingsScreenProps) {
  const { t, date } = useWords();
  const change = (part: Partial<Settings>): void => does.changeSettings({ ...settings, ...part });
  return (
    <Page title={t('settings.title')}>
      <Card title={t('settings.look')}>
        <OneOf
          label={t('settings.language')}
          value={settings.language}
          options={(['en', 'es'] as const).map((value) => ({ value, says: t(`settings.languages.${value}`) }))}
          onChange={(language) => change({ language })}
        />
        <OneOf
          label={t('settings.theme')}
          value={settings.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            says: t(`settings.themes.${value}`),
          }))}
          onChange={(theme) => change({ theme })}
        />
        <Tick isSelected={settings.technician} onChange={(technician) => change({ technician })} testId="technician">
          {t('settings.technician')}
        </Tick>
      </Card>
      <ComputerList computers={computers} isBusy={isBusy} choose={does.chooseComputer} />
      {facts === null ? null : (
        <Card title={t('settings.about')}>
          <p>{t('settings.offline')}</p>
          <Facts
            facts={[
              { name: t('settings.version'), value: facts.version },
              { name: t('settings.data'), value: `${facts.dataVersion} (${date(facts.dataDate)})` },
              { name: t('settings.runtime'), value: facts.runtime },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}
