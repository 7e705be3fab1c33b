import { readKnowledge } from '../../scripts/build/read-assets.mjs';
import { Knowledge } from '../../src/main/core/knowledge/knowledge';

let shipped: Knowledge | undefined;

/** The knowledge of this checkout, read from `assets/` once and checked, as the build packs it. Do not change it: copy first. */
export const shippedKnowledge = (): Knowledge =>
  (shipped ??= Knowledge.parse(readKnowledge(new URL('../../assets', import.meta.url).pathname)));
