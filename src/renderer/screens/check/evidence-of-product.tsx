import type { Detection, SpokenMark } from '../../../main/core/matching/detection';
import { Card } from '../../components/card';
import { DataTable } from '../../components/data-table';
import { ForeignText } from '../../components/foreign-text';
import { StatusWord } from '../../components/status-word';
import { useWords } from '../../words/use-words';
import { atMost, LeftOut } from './left-out';
import styles from './evidence-page.module.css';

/** Every mark that spoke for or against one product, with its raw value, its place and the probe that saw it. */
export function EvidenceOfProduct({ detection }: { readonly detection: Detection }) {
  const { t } = useWords();
  const { product, name, marks, state, confidence, version } = detection;
  const count = (side: SpokenMark['says']): number => marks.filter(({ says }) => says === side).length;
  return (
    <Card
      title={<ForeignText text={name} />}
      testId={`evidence-${product}`}
      aside={
        <span className={styles.aside}>
          {[t(`states.${state}`), t(`confidences.${confidence}`)].join(' · ')}
          {version === null ? null : (
            <>
              {' · '}
              <ForeignText text={version} />
            </>
          )}
        </span>
      }
    >
      <DataTable
        caption={t('evidence.marks.caption', { for: count('for'), against: count('against') })}
        columns={[
          { head: t('check.evidence.kind') },
          { head: t('evidence.marks.value-and-where'), kind: 'wide' },
          { head: t('check.evidence.says') },
          { head: t('evidence.probe') },
        ]}
        rows={atMost(marks, 'page').map((mark, at) => ({
          key: `${at} ${mark.mark} ${mark.where}`,
          state: mark.says,
          cells: [
            t(`kinds.${mark.kind}`),
            <ValueAndWhere key="value" mark={mark} />,
            <StatusWord key="says" mark={mark.says === 'for' ? 'done' : 'unsure'}>
              {t(`check.evidence.${mark.says}`)}
            </StatusWord>,
            <span key="probe" className={styles.id}>
              {mark.probe}
            </span>,
          ],
        }))}
      />
      <LeftOut of={marks} on="page" />
    </Card>
  );
}

function ValueAndWhere({ mark: { value, where } }: { readonly mark: SpokenMark }) {
  return (
    <>
      <div>
        <ForeignText text={value} exact />
      </div>
      <div className={styles.where}>
        <ForeignText text={where} exact />
      </div>
    </>
  );
}
