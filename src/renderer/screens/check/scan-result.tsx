import type { ComputerChoice } from '../../../preload/contract/requests';
import type { Scan } from '../../../main/core/matching/scan';
import { Actions } from '../../components/page';
import { Button } from '../../components/button';
import type { Intentions } from '../../state/intentions';
import { tellScan } from '../../state/tell-scan';
import { useWords } from '../../words/use-words';
import { LeftOvers } from './left-overs';
import { LookedAt } from './looked-at';
import { ProductCard } from './product-card';
import { ProtectionCard } from './protection-card';
import { SimulatedChoice } from './simulated-choice';
import { Verdict } from './verdict';
import { WindowFact } from './window-fact';

export interface ScanResultProps {
  readonly scan: Scan;
  readonly computers: readonly ComputerChoice[];
  readonly does: Pick<Intentions, 'lookAgain' | 'goTo' | 'chooseComputer' | 'openPage'>;
  readonly seeEvidence: () => void;
}

/** The answer in one sentence, then what it rests on. */
export function ScanResult({ scan, computers, does, seeEvidence }: ScanResultProps) {
  const { t } = useWords();
  const story = tellScan(scan);
  const somethingToRemove = scan.verdict === 'present' || scan.verdict === 'leftovers';
  const simulated = computers.filter((computer) => computer.simulated);
  return (
    <>
      <Verdict scan={scan} story={story}>
        <Actions>
          {somethingToRemove ? (
            <Button tone="main" onPress={() => does.goTo('prepare')} testId="to-prepare">
              {t('check.to-prepare')}
            </Button>
          ) : (
            <Button tone="main" onPress={() => does.goTo('prove')} testId="to-prove">
              {t('check.to-prove')}
            </Button>
          )}
          <Button onPress={does.lookAgain} testId="look-again">
            {t('check.look-again')}
          </Button>
          <Button tone="bare" onPress={seeEvidence} testId="see-evidence">
            {t('evidence.open')}
          </Button>
        </Actions>
      </Verdict>
      {scan.detections.map((detection) => (
        <ProductCard key={detection.product} detection={detection} />
      ))}
      {scan.residue.length === 0 ? null : <LeftOvers residue={scan.residue} />}
      <ProtectionCard protection={scan.protection} />
      <WindowFact scan={scan} does={does} />
      <LookedAt probes={scan.probes} startsOpen={scan.verdict === 'clear' || scan.verdict === 'inconclusive'} />
      {somethingToRemove || scan.machine.simulated || simulated.length === 0 ? null : (
        <SimulatedChoice computers={simulated} choose={does.chooseComputer} />
      )}
    </>
  );
}
