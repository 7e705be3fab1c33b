import { describe, expect, it } from 'vitest';
import { allProbes } from '../../../../src/main/core/probing/all-probes';
import { openSession } from '../../../../src/main/core/session/open-session';
import { spokenOf } from '../../../../src/main/core/verification/categories';
import { judge } from '../../../../src/main/core/verification/verification';
import { shippedKnowledge } from '../../../support/knowledge';
import { simulated, toolsFor } from '../../../support/simulated-session';

const words = (key: string) => key;
const scanOf = (name: string) => openSession(toolsFor(simulated(name))).scan();

describe('the parts of a computer', () => {
  it('speak of every kind of residue that signatures name', () => {
    const kinds = new Set(
      shippedKnowledge().signatures.flatMap(({ marks }) => marks.flatMap(({ residue }) => residue?.kind ?? [])),
    );

    expect([...kinds].filter((kind) => !spokenOf.residue.includes(kind))).toEqual([]);
  });

  it('speak of every probe that looks for products', () => {
    const others = ['condition', 'built-in-protection'];
    const asked = allProbes.map(({ id }) => id).filter((id) => !others.includes(id));

    expect(asked.filter((id) => !spokenOf.probes.includes(id))).toEqual([]);
    expect(spokenOf.probes.filter((id) => !allProbes.some((probe) => probe.id === id))).toEqual([]);
  });

  it('are gone, not gone, or not certain, each with what it rests on', async () => {
    const scan = await scanOf('windows-leftovers');
    const blind = {
      ...scan,
      residue: [],
      detections: [],
      probes: scan.probes.map((probe) =>
        probe.id === 'certificates' ? { ...probe, status: 'denied' as const } : probe,
      ),
    };

    expect(
      judge(scan, words)
        .categories.filter(({ gone }) => gone === 'no')
        .flatMap(({ left }) => left),
    ).toEqual(expect.arrayContaining(scan.residue.map(({ where }) => where)));
    expect(judge(blind, words).categories.find(({ category }) => category === 'certificates')).toMatchObject({
      gone: 'inconclusive',
      left: [],
      notChecked: ['verify.not-checked'],
    });
  });
});

describe('what protects', () => {
  it.each([
    ['works, current', { state: 'on', definitions: 'current', ghost: false }, 'yes'],
    ['works, of unknown age', { state: 'on', definitions: 'unknown', ghost: false }, 'yes'],
    ['works with old definitions', { state: 'on', definitions: 'old', ghost: false }, 'inconclusive'],
    ['says nothing of itself', { state: 'unknown', definitions: 'unknown', ghost: false }, 'inconclusive'],
    ['is switched off', { state: 'off', definitions: 'current', ghost: false }, 'no'],
    ['is a name and nothing more', { state: 'on', definitions: 'current', ghost: true }, 'no'],
  ] as const)('%s', async (_what, product, answer) => {
    const scan = await scanOf('clean-windows');
    const changed = {
      ...scan,
      protection: { verdict: 'protected' as const, products: [{ name: 'Example Antivirus', ...product }] },
    };

    expect(judge(changed, words).protected).toBe(answer);
  });
});

describe('a product that is there again', () => {
  it('is named when a run had removed it, with who brings it back', async () => {
    const scan = await scanOf('office-managed');
    const managed = scan.detections.find(({ managedBy }) => managedBy !== null);
    if (managed === undefined) throw new Error('nothing is managed there');

    expect(judge(scan, words, [managed.product]).returned).toMatchObject([
      { product: managed.product, says: 'verify.returned.console' },
    ]);
    expect(judge(scan, words, []).returned).toEqual([]);
  });
});
