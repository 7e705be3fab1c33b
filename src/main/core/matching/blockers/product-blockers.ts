import type { Finding } from '../../probing/finding';
import type { Detection } from '../detection';
import { encryptionDriver } from '../encryption-driver';
import { recognised, type Recognised } from './blocker-kinds';

/** What the products themselves put in the way of their removal. `present` are the products that are there. */
export const productBlockers = (present: readonly Detection[], findings: readonly Finding[]): readonly Recognised[] =>
  present.flatMap((detection) => ofOne(detection, findings));

/** Filters on keyboards and mice whose driver is gone; one blocker for each. */
export const filterBlockers = (findings: readonly Finding[]): readonly Recognised[] =>
  filtersWithoutDriver(findings).map((name) => recognised('filter-without-driver', null, { driver: name }));

function ofOne(detection: Detection, findings: readonly Finding[]): readonly Recognised[] {
  const own = ownFindings(detection, findings);
  const names = { product: detection.name };
  const says = (fact: string): boolean => own.some(({ facts, trust }) => trust === 'system' && facts[fact] === true);
  const encrypting = detection.family === 'business' ? encryptionDriver(findings) : null;
  return [
    ...(encrypting === null
      ? []
      : [recognised('may-hold-encrypted-data', detection.product, { ...names, driver: encrypting })]),
    ...(says('passwordProtected') ? [recognised('password-protected', detection.product, names)] : []),
    ...(says('selfDefence') ? [recognised('self-defence-on', detection.product, names)] : []),
    ...(says('removeButtonHidden') ? [recognised('remove-button-hidden', detection.product, names)] : []),
    ...(lacksCachedPackage(detection, findings)
      ? [recognised('cached-package-missing', detection.product, names)]
      : []),
  ];
}

/** The findings that spoke for this product, and the entries that carry the code it would be removed by. */
function ownFindings(detection: Detection, findings: readonly Finding[]): readonly Finding[] {
  const places = new Set(
    detection.marks.filter(({ says }) => says === 'for').map(({ kind, where }) => `${kind} ${where}`),
  );
  const { productCode } = detection.handles;
  return findings.filter(
    ({ kind, where, facts }) =>
      places.has(`${kind} ${where}`) || (productCode !== null && facts['productCode'] === productCode),
  );
}

/** Without the package that Windows keeps, `msiexec /x` ends with 1612 (M1, seen 2026-11-23). */
const lacksCachedPackage = ({ handles: { productCode } }: Detection, findings: readonly Finding[]): boolean =>
  productCode !== null &&
  findings.some(
    ({ kind, facts }) =>
      kind === 'msi-product' && facts['productCode'] === productCode && facts['cachedPackageExists'] === false,
  );

/** Kaspersky's own filters on keyboards, mice and other devices, by exact names (G17, G19, G22, seen 2026-11-23). */
const ownFilter = /^(klkbdflt2?|klmouflt|klfltdev)(\.(K4W|KES)-\d+-\d+)?$/i;

/** A restart with such a filter can leave keyboard and mouse dead (G19, G22), so it is settled before anything else. */
function filtersWithoutDriver(findings: readonly Finding[]): readonly string[] {
  const drivers = new Map(
    findings
      .filter(({ kind }) => kind === 'driver')
      .map(({ facts }) => [String(facts['name']).toLowerCase(), facts['executableExists']]),
  );
  // No driver at all was read: then nothing is known about this one either.
  if (drivers.size === 0) return [];
  const names = findings
    .filter(({ kind }) => kind === 'class-filter')
    .map(({ facts }) => String(facts['name']))
    .filter((name) => ownFilter.test(name))
    .filter((name) => !drivers.has(name.toLowerCase()) || drivers.get(name.toLowerCase()) === false);
  return [...new Set(names)];
}
