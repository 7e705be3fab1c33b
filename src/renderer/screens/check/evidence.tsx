import type { SpokenMark } from '../../../main/core/matching/detection';
import { ForeignText } from '../../components/foreign-text';
import { StatusWord } from '../../components/status-word';
import { Table } from '../../components/table';
import { useWords } from '../../words/use-words';
import { atMost, LeftOut } from './left-out';

/** The marks that spoke, for and against, with the raw values: the first of them, and where the rest is. */
export function Evidence({ marks }: { readonly marks: readonly SpokenMark[] }) {
  const { t } = useWords();
  return (
    <>
      <Table
        caption={t('check.evidence.caption')}
        heads={[
          t('check.evidence.says'),
          t('check.evidence.kind'),
          t('check.evidence.value'),
          t('check.evidence.where'),
        ]}
        rows={atMost(marks, 'card').map(({ mark, says, kind, value, where }) => ({
          key: `${mark} ${where} ${value}`,
          cells: [
            <StatusWord key="says" mark={says === 'for' ? 'done' : 'unsure'}>
              {t(`check.evidence.${says}`)}
            </StatusWord>,
            t(`kinds.${kind}`),
            <ForeignText key="value" text={value} exact />,
            <ForeignText key="where" text={where} exact />,
          ],
        }))}
      />
      <LeftOut of={marks} on="card" />
    </>
  );
}
