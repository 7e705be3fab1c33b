import type { Scan } from '../../../main/core/matching/scan';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import type { Intentions } from '../../state/intentions';
import { useWords } from '../../words/use-words';

/**
 * Two different numbers, never merged: the days since updates may no longer be supplied (the same for everybody) and the age of
 * the definitions on this computer (measured). Facts without a countdown.
 */
export function WindowFact({ scan, does }: { readonly scan: Scan; readonly does: Pick<Intentions, 'openPage'> }) {
  const { t } = useWords();
  const { policy, closedDays, definitionsAgeDays } = scan.window;
  if (closedDays === null && definitionsAgeDays === null) return null;
  return (
    <Card title={t('check.window.title')} testId="window-fact">
      {definitionsAgeDays === null ? null : <p>{t('window-fact.definitions', { count: definitionsAgeDays })}</p>}
      {closedDays === null ? null : <p>{t('window-fact.closed', { count: closedDays })}</p>}
      <p>{t('check.window.own-risk')}</p>
      <Button tone="bare" onPress={() => does.openPage('policy', policy)}>
        {t('check.window.read')}
      </Button>
    </Card>
  );
}
