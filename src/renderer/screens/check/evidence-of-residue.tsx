import type { Residue } from '../../../main/core/matching/detection';
import { Card } from '../../components/card';
import { DataTable } from '../../components/data-table';
import { ForeignText } from '../../components/foreign-text';
import { useWords } from '../../words/use-words';
import { atMost, LeftOut } from './left-out';
import { tellKind } from './tell-kind';

/** What was left behind, and what proves whose it is. */
export function EvidenceOfResidue({ residue }: { readonly residue: readonly Residue[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <Card title={t('check.left.title')} testId="evidence-residue">
      <DataTable
        caption={t('evidence.residue.caption')}
        columns={[
          { head: t('report.kind') },
          { head: t('report.where'), kind: 'wide' },
          { head: t('evidence.residue.proof') },
          { head: t('check.left.what') },
        ]}
        rows={atMost(residue, 'page').map(({ kind, where, proof, action }, at) => ({
          key: `${at} ${where}`,
          cells: [
            tellKind(kind, words),
            <ForeignText key="where" text={where} exact />,
            proof.length === 0 ? (
              t('evidence.residue.no-proof')
            ) : (
              <ForeignText key="proof" text={proof.join(', ')} exact />
            ),
            t(`check.left.action.${action}`),
          ],
        }))}
      />
      <LeftOut of={residue} on="page" />
    </Card>
  );
}
