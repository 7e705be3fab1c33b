import { features, type Feature } from '../knowledge/alternative';
import type { Language } from '../knowledge/knowledge';
import type { Parity } from '../knowledge/parity';
import type { Detection } from '../matching/detection';

/** What goes with a product that was found. */
export interface Lost {
  readonly product: string;
  readonly edition: string | null;
  /** False: nobody knows what this product did for its person. */
  readonly known: boolean;
  /** In the order of all features. */
  readonly features: readonly Feature[];
  /** What no feature names. */
  readonly also: readonly string[];
}

/**
 * From what was found to the features its person loses. A suggestion: nobody asks which parts were switched on. An edition that is not known
 * loses what all its editions have, since the others would be a guess.
 */
export const lostFeatures = (
  detections: readonly Pick<Detection, 'product' | 'edition' | 'name' | 'state'>[],
  parity: readonly Parity[],
  language: Language,
): readonly Lost[] =>
  detections.filter(({ state }) => state !== 'leftover').map((detection) => lostWith(detection, parity, language));

function lostWith(
  { product, edition, name }: Pick<Detection, 'product' | 'edition' | 'name'>,
  parity: readonly Parity[],
  language: Language,
): Lost {
  const all = parity.filter(({ products }) => products.includes(product));
  const called = `${edition ?? ''} ${name}`.toLowerCase();
  const named = all.filter(({ editions }) => editions === null || editions.some((part) => called.includes(part)));
  const meant = named.length > 0 ? named : all;
  const sure = meant.map(({ gives }) => gives.filter(isKnown).map(({ feature }) => feature));
  return {
    product,
    edition,
    known: meant.length > 0,
    features: features.filter((feature) => sure.length > 0 && sure.every((given) => given.includes(feature))),
    also: meant.length === 1 ? meant.flatMap(({ also }) => also.filter(isKnown).map(({ text }) => text[language])) : [],
  };
}

const isKnown = ({ confidence }: { readonly confidence: string }): boolean => confidence !== 'unverified';
