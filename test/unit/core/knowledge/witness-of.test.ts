import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingKinds, type FindingKind } from '../../../../src/main/core/knowledge/signature';
import { haveTwoWitnesses, witnessOf } from '../../../../src/main/core/knowledge/witness-of';

type Seen = Parameters<typeof haveTwoWitnesses>[0][number];
const seen = (kind: FindingKind, facts: Seen['facts'] = {}): Seen => ({ kind, facts });

const codeA = { productCode: '{AAAAAAAA-0000-4000-8000-000000000001}' };
const codeB = { productCode: '{BBBBBBBB-0000-4000-8000-000000000002}' };
const avp = 'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.9.0\\avp.exe';

const one: Readonly<Record<string, readonly Seen[]>> = {
  'nothing at all': [],
  'the same kind twice': [seen('uninstall-entry', codeA), seen('uninstall-entry', codeB)],
  'the installer under one code': [seen('uninstall-entry', codeA), seen('msi-product', codeA)],
  'the installer where one record names no code': [seen('uninstall-entry'), seen('msi-product', codeA)],
  'a package and its own list': [seen('package', { name: 'kesl' }), seen('package-content', { name: 'kesl' })],
  'a list whose file is not on the disk': [
    seen('package', { name: 'kesl' }),
    seen('package-content', { name: 'kesl', file: '/opt/kaspersky/kesl/bin/kesl', fileIsThere: false }),
  ],
  'a service and the process it started': [
    seen('service', { executable: avp }),
    seen('process', { executable: avp.toUpperCase() }),
  ],
  'a driver and its filter': [seen('driver', { name: 'klkbdflt2' }), seen('class-filter', { name: 'KLKBDFLT2' })],
};

const two: Readonly<Record<string, readonly Seen[]>> = {
  'the installer under two codes': [seen('uninstall-entry', codeA), seen('msi-product', codeB)],
  'the installer and the vendor’s key': [seen('uninstall-entry', codeA), seen('vendor-key', codeA)],
  'a list that the disk agrees with': [
    seen('package', { name: 'kesl' }),
    seen('package-content', { name: 'kesl', file: '/opt/kaspersky/kesl/bin/kesl', fileIsThere: true }),
  ],
  'a service and another program of the product': [
    seen('service', { executable: avp }),
    seen('process', { executable: avp.replace('avp.exe', 'avpui.exe') }),
  ],
  'a package and its running program': [
    seen('package', { name: 'kesl' }),
    seen('process', { executable: '/opt/kaspersky/kesl/libexec/kesl' }),
  ],
};

describe('witnesses', () => {
  it.each(Object.entries(one))('are not two: %s', (_what, findings) => {
    expect(haveTwoWitnesses(findings)).toBe(false);
  });

  it.each(Object.entries(two))('are two: %s', (_what, findings) => {
    expect(haveTwoWitnesses(findings)).toBe(true);
  });

  it('are as many or fewer when findings are taken away, and never depend on order', () => {
    const text = fc.constantFrom('a', 'b', 'c', '');
    const any = fc
      .tuple(fc.constantFrom(...findingKinds), text, fc.boolean())
      .map(([kind, act, fileIsThere]) =>
        seen(kind, { productCode: act, name: act, executable: act, program: act, path: act, file: act, fileIsThere }),
      );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), fc.nat(), (findings, at) => {
        const fewer = findings.filter((_one, index) => index !== at % (findings.length + 1));

        const [all, rest, turned] = [findings, fewer, [...findings].reverse()].map(haveTwoWitnesses);

        expect(turned).toBe(all);
        expect(rest && !all).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('have a name for every kind', () => {
    expect(findingKinds.map(witnessOf).filter((name) => name === '')).toEqual([]);
    expect(witnessOf('msi-product')).toBe(witnessOf('uninstall-entry'));
    expect(witnessOf('vendor-key')).not.toBe(witnessOf('uninstall-entry'));
  });
});
