import type { Residue } from '../../../main/core/matching/detection';
import { Card } from '../../components/card';
import { ForeignText } from '../../components/foreign-text';
import { Table } from '../../components/table';
import { useWords } from '../../words/use-words';
import { atMost, LeftOut } from './left-out';
import { tellKind } from './tell-kind';

/** What a product that is gone left behind, and what may be done about each. */
export function LeftOvers({ residue }: { readonly residue: readonly Residue[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <Card title={t('check.left.title')} testId="left-overs">
      <p>{t('check.left.body')}</p>
      <Table
        caption={t('check.left.title')}
        heads={[t('report.kind'), t('report.where'), t('check.left.what')]}
        rows={atMost(residue, 'card').map(({ kind, where, action }) => ({
          key: `${kind} ${where}`,
          cells: [
            tellKind(kind, words),
            <ForeignText key="where" text={where} exact />,
            t(`check.left.action.${action}`),
          ],
        }))}
      />
      <LeftOut of={residue} on="card" />
    </Card>
  );
}
