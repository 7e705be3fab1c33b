import type { Verification } from '../../../main/core/verification/verification';
import { Actions } from '../../components/page';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { TextList } from '../../components/text-list';
import { RunSteps } from '../remove/run-steps';
import { useWords } from '../../words/use-words';
import { LeftOvers } from '../check/left-overs';
import { ProductCard } from '../check/product-card';
import { ProtectionCard } from '../check/protection-card';
import { CategoriesCard } from './categories-card';
import { FinalVerdict } from './final-verdict';
import type { ProveScreenProps } from './prove-screen';
import { SaveProof } from './save-proof';

/** The two verdicts, what they rest on, and what they do not cover. */
export function Proof({
  verification,
  saving,
  run,
  canPlanAgain,
  does,
}: Omit<ProveScreenProps, 'proof' | 'isPlanned'> & { readonly verification: Verification }) {
  const { t } = useWords();
  return (
    <>
      <FinalVerdict verdict="gone" answer={verification.gone} />
      <FinalVerdict verdict="protected" answer={verification.protected} />
      {verification.returned.map(({ product, says }) => (
        <Notice key={product} mark="attention" title={t('prove.returned')} testId={`returned-${product}`}>
          <p>{says}</p>
        </Notice>
      ))}
      <SaveProof verification={verification} saving={saving} run={run} does={does} />
      <Actions>
        <Button onPress={does.verify} testId="verify">
          {t('prove.look-again')}
        </Button>
        {verification.gone === 'no' && canPlanAgain ? (
          <Button
            onPress={() => {
              does.planAgain();
              does.goTo('check');
            }}
          >
            {t('prove.plan-rest')}
          </Button>
        ) : null}
      </Actions>
      <CategoriesCard categories={verification.categories} />
      {verification.detections.map((detection) => (
        <ProductCard key={detection.product} detection={detection} />
      ))}
      {verification.residue.length === 0 ? null : <LeftOvers residue={verification.residue} />}
      <ProtectionCard protection={verification.protection} />
      {verification.because.length === 0 ? null : (
        <Card title={t('prove.because')} testId="because">
          <TextList texts={verification.because} />
        </Card>
      )}
      <Card title={t('report.not-checked')} testId="not-checked">
        {verification.notChecked.length === 0 ? (
          <p>{t('report.all-checked')}</p>
        ) : (
          <TextList texts={verification.notChecked} />
        )}
      </Card>
      {run === null ? null : (
        <Card title={t('report.done')}>
          <RunSteps steps={run.steps} isOver={run.outcome !== null} prefix="proof-step" />
        </Card>
      )}
    </>
  );
}
