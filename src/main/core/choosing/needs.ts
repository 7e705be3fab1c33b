import type { Feature } from '../knowledge/alternative';
import type { Platform } from '../machine/shapes';

/** The parts a rating is made of. The last two say who stands behind a product and count only when a person asks for it. */
export const parts = ['protection', 'lightness', 'false-alarms', 'fit', 'cost', 'owner', 'regulators'] as const;
export type Part = (typeof parts)[number];

/** How much each part counts, 0 to 5. */
export type Weights = Readonly<Record<Part, number>>;

export const usualWeights: Weights = {
  protection: 5,
  lightness: 2,
  'false-alarms': 2,
  fit: 4,
  cost: 2,
  owner: 0,
  regulators: 0,
};

/** What a person said they need. `musts` filter; `wants` and `weights` order what is left. */
export interface NeedsToRank {
  readonly platform: Platform;
  readonly audience: 'home' | 'small-business';
  readonly budget: 'free' | 'low' | 'any';
  readonly musts: readonly Feature[];
  readonly wants: readonly Feature[];
  readonly weights: Weights;
  /** Where the person says they buy, as a code such as `US`; null when nothing was said, and nothing is assumed. */
  readonly place: string | null;
}
