import type { Verification } from '../../../main/core/verification/verification';
import { Card } from '../../components/card';
import { visible } from '../../components/foreign-text';
import { StatusWord } from '../../components/status-word';
import { Table } from '../../components/table';
import { useWords } from '../../words/use-words';

const marks = { yes: 'done', no: 'attention', inconclusive: 'unsure' } as const;

/** The first verdict, part by part of the computer, with what is left and what could not be looked at. */
export function CategoriesCard({ categories }: Pick<Verification, 'categories'>) {
  const { t } = useWords();
  if (categories.length === 0) return null;
  return (
    <Card title={t('prove.categories')} testId="categories">
      <Table
        caption={t('prove.categories')}
        heads={['category', 'state', 'left'].map((column) => t(`verify.columns.${column}`))}
        rows={categories.map(({ category, gone, left, notChecked }) => ({
          key: category,
          testId: `category-${category}`,
          state: gone,
          cells: [
            t(`verify.categories.${category}`),
            <StatusWord key="state" mark={marks[gone]}>
              {t(`verify.category-gone.${gone}`)}
            </StatusWord>,
            [...left.map(visible), ...notChecked].join(' · ') || '–',
          ],
        }))}
      />
    </Card>
  );
}
