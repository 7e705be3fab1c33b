import type { Alternative } from '../knowledge/alternative';
import type { Platform } from '../machine/shapes';
import { guards } from './evidence';

export interface Needs {
  readonly platform: Platform;
  readonly audience: 'home' | 'small-business';
  readonly budget: 'free' | 'low' | 'any';
}

export interface RankedAlternative {
  readonly alternative: Alternative;
  /** Reason codes with words in `choosing.reasons`. */
  readonly reasons: readonly string[];
  /** Same number: a tie, and shown as one. 1 is first. */
  readonly rank: number;
}

/**
 * What could protect this computer instead. Hard needs filter; what the system brings itself is always in the list. With the
 * evidence at hand no order of quality is claimed: alternatives that fit equally are tied, and ties are in the order of names.
 */
export function rankAlternatives(alternatives: readonly Alternative[], needs: Needs): readonly RankedAlternative[] {
  const fitting = alternatives
    .filter(({ platforms, fact }) => platforms.includes(needs.platform) && fact.confidence !== 'unverified')
    .filter((alternative) => guards(alternative, needs.platform))
    .filter(
      ({ builtIn, audience, price }) =>
        builtIn || (audience.includes(needs.audience) && withinBudget(price, needs.budget)),
    )
    .map((alternative) => ({ alternative, reasons: reasonsFor(alternative, needs) }))
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.alternative.name < b.alternative.name ? -1 : 1));
  return fitting.map((entry) => ({
    ...entry,
    rank: 1 + fitting.filter(({ reasons }) => reasons.length > entry.reasons.length).length,
  }));
}

const withinBudget = (price: Alternative['price'], budget: Needs['budget']): boolean =>
  budget === 'any' || price === 'free' || (budget === 'low' && price === 'low');

const reasonsFor = (alternative: Alternative, needs: Needs): readonly string[] => [
  ...(alternative.builtIn ? ['built-in'] : []),
  ...(alternative.price === 'free' ? ['free'] : []),
  ...(alternative.audience.includes(needs.audience) ? ['made-for-you'] : []),
];
