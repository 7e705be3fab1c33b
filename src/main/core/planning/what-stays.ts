import type { Consequence } from '../knowledge/recipe';
import { wordsOfKind } from '../knowledge/words';
import type { Scan } from '../matching/scan';
import { canBeMovedHere, isMovable } from './can-be-moved';
import type { Plan } from './plan';
import type { Planner } from './planner';
import type { Removal } from './removals';

/** What is not touched, kept and taken along, once each, in the person's language. */
export function whatStays(
  scan: Scan,
  removals: readonly Removal[],
  planner: Planner,
): Pick<Plan, 'notTouched' | 'keeps' | 'drops' | 'onlyTold'> {
  const { words, language } = planner;
  const recipes = removals.map(({ recipe }) => recipe);
  return {
    notTouched: [
      words('plan.not-touched.general'),
      ...new Set(recipes.flatMap(({ notTouched }) => notTouched.map((text) => text[language]))),
    ],
    keeps: textsOf(
      recipes.flatMap(({ keeps = [] }) => keeps),
      planner,
    ),
    drops: textsOf(
      recipes.flatMap(({ drops = [] }) => drops),
      planner,
    ),
    onlyTold: onlyTold(scan, planner),
  };
}

/** What nobody has checked is no fact, and a person who agrees to a plan reads it as one. */
const textsOf = (consequences: readonly Consequence[], { language }: Planner): string[] => [
  ...new Set(consequences.filter(({ fact }) => fact.confidence !== 'unverified').map(({ text }) => text[language])),
];

/** Remains that are told and left where they are, by kind, each with the reason; how many of them says the scan. */
function onlyTold(scan: Scan, { words }: Planner): string[] {
  const told = scan.residue.flatMap((residue) => {
    const why = isMovable(residue) && !canBeMovedHere(scan) ? 'not-here-yet' : residue.why;
    return why == null ? [] : [`${wordsOfKind(residue.kind, words)}: ${words(`residue-reasons.${why}`)}`];
  });
  return [...new Set(told)].sort();
}
