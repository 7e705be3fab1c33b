import type { Scan } from '../../../main/core/matching/scan';
import { Card } from '../../components/card';
import { classNames } from '../../components/class-names';
import { DataTable } from '../../components/data-table';
import { ForeignText } from '../../components/foreign-text';
import { StatusWord } from '../../components/status-word';
import { useWords } from '../../words/use-words';
import styles from './evidence-page.module.css';
import { atMost, LeftOut } from './left-out';
import { markOfProbe } from './mark-of-probe';

/** Every probe: whether it answered, why not, and how long it took. */
export function EvidenceOfProbes({ probes }: { readonly probes: Scan['probes'] }) {
  const { t, number } = useWords();
  return (
    <Card title={t('evidence.probes.title')} testId="evidence-probes">
      <DataTable
        caption={t('evidence.probes.caption')}
        columns={[
          { head: t('evidence.probes.looked-at') },
          { head: t('report.state') },
          { head: t('evidence.probes.reason'), kind: 'wide' },
          { head: t('evidence.probes.milliseconds'), kind: 'number' },
        ]}
        rows={atMost(probes, 'page').map((probe) => ({
          key: probe.id,
          state: probe.status,
          cells: [
            <Part key="part" id={probe.id} />,
            <StatusWord key="status" mark={markOfProbe(probe)}>
              {t(`probe-status.${probe.status}`)}
              {probe.required ? ` (${t('evidence.probes.needed')})` : null}
            </StatusWord>,
            probe.reason === null ? (
              t('evidence.probes.no-reason')
            ) : (
              <ForeignText key="reason" text={probe.reason} exact />
            ),
            number(Math.round(probe.ms * 10) / 10),
          ],
        }))}
      />
      <LeftOut of={probes} on="page" />
    </Card>
  );
}

function Part({ id }: { readonly id: string }) {
  const { t } = useWords();
  return (
    <>
      <div>{t(`probes.${id}`)}</div>
      <div className={classNames(styles.id, styles.where)}>{id}</div>
    </>
  );
}
