import type { Detection } from '../../../main/core/matching/detection';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Fold } from '../../components/fold';
import { ForeignText } from '../../components/foreign-text';
import type { Words } from '../../words/words-in';
import { useWords } from '../../words/use-words';
import { Evidence } from './evidence';

/** One product that was found, with why we think so. */
export function ProductCard({ detection }: { readonly detection: Detection }) {
  const words = useWords();
  const { t } = words;
  const { edition, version, name, managedBy, marks, licence } = detection;
  const unknown = t('check.product.unknown');
  return (
    <Card title={<ForeignText text={name} />} testId={`product-${detection.product}`} state={detection.state}>
      {detection.family === 'successor' || detection.family === 'embedded' ? (
        <p>{t(`check.family.${detection.family}`)}</p>
      ) : null}
      <Facts
        facts={[
          { name: t('check.product.state'), value: t(`states.${detection.state}`) },
          ...(edition === null || edition === name
            ? []
            : [{ name: t('check.product.edition'), value: <ForeignText text={edition} /> }]),
          { name: t('check.product.version'), value: version === null ? unknown : <ForeignText text={version} /> },
          { name: t('check.product.licence'), value: tellLicence(licence, words) },
          {
            name: t('check.product.definitions'),
            value: licence.definitionsDate === null ? unknown : words.date(licence.definitionsDate),
          },
          { name: t('check.product.confidence'), value: t(`confidences.${detection.confidence}`) },
          ...(managedBy === null
            ? []
            : [{ name: t('check.product.managed-by'), value: <ForeignText text={managedBy} /> }]),
        ]}
      />
      <Fold summary={t('check.why', { count: marks.length })} testId={`why-${detection.product}`}>
        <Evidence marks={marks} />
      </Fold>
    </Card>
  );
}

function tellLicence({ state, expiresOn, daysLeft, kind }: Detection['licence'], { t, date }: Words): string {
  const told = [t(`licence.${state}`), expiresOn === null ? null : date(expiresOn)]
    .filter((part) => part !== null)
    .join(' ');
  const left =
    state === 'valid' && daysLeft !== null && daysLeft >= 0 ? t('check.product.days-left', { count: daysLeft }) : null;
  const details = [kind, left].filter((part) => part !== null);
  return details.length === 0 ? told : `${told} (${details.join(', ')})`;
}
