import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** Taking these out by hand can leave a keyboard dead or a computer without a network (G19, G22, G59); licences are the user's. */
export const filtersAreOnlyReported: Rule = (k) =>
  marksOf(k)
    .filter(
      ({ mark }) =>
        mark.residue !== undefined &&
        mark.residue.action !== 'report-only' &&
        (untouchable.test(mark.kind) || untouchable.test(mark.residue.kind)),
    )
    .map(({ named }) => `${named} may only be reported when it is left behind`);

const untouchable = /^(driver|class-filter|network-binding|licence.*)$/;
