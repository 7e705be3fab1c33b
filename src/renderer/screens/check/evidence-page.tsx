import { useState } from 'react';
import type { Scan } from '../../../main/core/matching/scan';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { CommandText } from '../../components/command-text';
import { CopyButton } from '../../components/copy-button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { SearchBox } from '../../components/search-box';
import { useWords } from '../../words/use-words';
import { EvidenceOfProbes } from './evidence-of-probes';
import { EvidenceOfProduct } from './evidence-of-product';
import { EvidenceOfResidue } from './evidence-of-residue';
import { filterEvidence } from './filter-evidence';
import { scanCommand, scanJson } from './scan-as-text';
import styles from './evidence-page.module.css';

export interface EvidencePageProps {
  readonly scan: Scan;
  /** The simulated computer it is about; null for this one. */
  readonly simulated: string | null;
  readonly onBack: () => void;
}

/** Why we think so: all that was seen, as it was seen, for people who judge for themselves. */
export function EvidencePage({ scan, simulated, onBack }: EvidencePageProps) {
  const words = useWords();
  const { t, number } = words;
  const [typed, setTyped] = useState('');
  const { detections, residue, probes, shown, all } = filterEvidence(scan, typed, words);
  const command = scanCommand(simulated);
  return (
    <Page title={t('evidence.title')} lead={t(`verdicts.${scan.verdict}`)} wide>
      <div className={styles.bar}>
        <SearchBox
          label={t('evidence.filter.label')}
          clear={t('evidence.filter.clear')}
          value={typed}
          onChange={setTyped}
          testId="evidence-filter"
        />
        <Button onPress={onBack} testId="evidence-back">
          {t('evidence.back')}
        </Button>
      </div>
      <p role="status" className={styles.count} data-testid="evidence-count">
        {t('evidence.filter.shown', { count: all, shown: number(shown), all: number(all) })}
      </p>
      {scan.detections.length === 0 ? (
        <Notice
          mark={scan.verdict === 'clear' ? 'done' : 'unsure'}
          title={t('evidence.nothing.title')}
          testId="evidence-nothing"
        >
          <p>{t('evidence.nothing.body')}</p>
        </Notice>
      ) : null}
      {detections.map((detection) => (
        <EvidenceOfProduct key={detection.product} detection={detection} />
      ))}
      {residue.length === 0 ? null : <EvidenceOfResidue residue={residue} />}
      {probes.length === 0 ? null : <EvidenceOfProbes probes={probes} />}
      <Card title={t('evidence.copy.title')} testId="evidence-copy">
        <p>{t('evidence.copy.body')}</p>
        <CommandText text={command} />
        <div className={styles.copies}>
          <CopyButton
            text={() => command}
            copied={t('evidence.copy.copied')}
            refused={t('evidence.copy.refused')}
            testId="copy-command"
          >
            {t('evidence.copy.command')}
          </CopyButton>
          <CopyButton
            text={() => scanJson(scan)}
            copied={t('evidence.copy.copied')}
            refused={t('evidence.copy.refused')}
            testId="copy-json"
          >
            {t('evidence.copy.json')}
          </CopyButton>
        </div>
      </Card>
    </Page>
  );
}
