import { describe, expect, it } from 'vitest';
import { lostFeatures } from '../../../../src/main/core/choosing/lost-features';
import { shippedKnowledge } from '../../../support/knowledge';

const { parity, signatures } = shippedKnowledge();
const lost = (
  product: string,
  edition: string | null,
  name = 'Kaspersky',
  state: 'installed' | 'leftover' = 'installed',
) => lostFeatures([{ product, edition, name, state }], parity, 'en');

describe('what goes with a product', () => {
  it('is what its edition had, as far as that is known', () => {
    expect(lost('kaspersky-home', 'Kaspersky Plus')[0]?.features).toEqual(['real-time', 'firewall', 'ransomware']);
    expect(lost('kaspersky-safe-kids', null)[0]?.features).toEqual(['parental-control']);
  });

  it('is only what all editions have when the edition is not known', () => {
    expect(lost('kaspersky-home', null)[0]).toMatchObject({ features: ['real-time'], also: [] });
  });

  it('is said to be unknown rather than nothing', () => {
    expect(lost('kesl', null)[0]).toMatchObject({ known: false, features: [] });
  });

  it('is nothing for leftovers', () => {
    expect(lost('kaspersky-home', 'Kaspersky Plus', 'Kaspersky', 'leftover')).toEqual([]);
  });

  it('is told of products that exist', () => {
    const known = new Set(signatures.map(({ id }) => id));

    expect(parity.flatMap(({ products }) => products).filter((id) => !known.has(id))).toEqual([]);
  });
});
