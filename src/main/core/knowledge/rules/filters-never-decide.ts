import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** Drivers and filters outlive their products, and other vendors' names look like theirs: they only ever support (G17, G25). */
export const filtersNeverDecide: Rule = (k) =>
  marksOf(k)
    .filter(({ mark }) => /^(driver|class-filter|network-binding)$/.test(mark.kind) && mark.strength === 'decides')
    .map(({ named, mark }) => `${named} is of the kind ${mark.kind} and must only support`);
