import type { Knowledge } from './knowledge';
import { consequencesAreFacts } from './rules/consequences-are-facts';
import { factsAreNotFromTheFuture } from './rules/facts-are-not-from-the-future';
import { filtersAreOnlyReported } from './rules/filters-are-only-reported';
import { filtersNeverDecide } from './rules/filters-never-decide';
import { idsAreUnique } from './rules/ids-are-unique';
import { languagesFillInTheSameNames } from './rules/languages-fill-in-the-same-names';
import { languagesSayTheSameThings } from './rules/languages-say-the-same-things';
import { managementAgentGoesLast } from './rules/management-agent-goes-last';
import { marksAskForSomething } from './rules/marks-ask-for-something';
import { marksSayWhenTheyAreBlind } from './rules/marks-say-when-they-are-blind';
import { movedAsideLiesWithTheVendor } from './rules/moved-aside-lies-with-the-vendor';
import { nothingIsClaimedOfTheLaw } from './rules/nothing-is-claimed-of-the-law';
import { onlyOwnProductsAreRemoved } from './rules/only-own-products-are-removed';
import { patternsAreSafe } from './rules/patterns-are-safe';
import { protectedPlacesCannotBeReached } from './rules/protected-places-cannot-be-reached';
import { recipesAreForKnownProducts } from './rules/recipes-are-for-known-products';
import { recipesAreTranslated } from './rules/recipes-are-translated';
import { removableProductsHaveRecipes } from './rules/removable-products-have-recipes';
import { removalsHaveTheirHandle } from './rules/removals-have-their-handle';
import { removedProductsCanBeCertain } from './rules/removed-products-can-be-certain';
import type { Rule } from './rules/rule';
import { smallerProductsGoFirst } from './rules/smaller-products-go-first';
import { successorsStayProbable } from './rules/successors-stay-probable';
import { uninstallersLieInTheirOwnFolder } from './rules/uninstallers-lie-in-their-own-folder';
import { unverifiedIsNeverRun } from './rules/unverified-is-never-run';
import { unverifiedNeverDecides } from './rules/unverified-never-decides';
import { windowsRemovalsSayAboutRestarts } from './rules/windows-removals-say-about-restarts';

/** Every rule that holds for all data at once, by the sentence it stands for. */
export const rules = {
  'ids are unique': idsAreUnique,
  'every mark asks for something': marksAskForSomething,
  'every mark says when it is blind': marksSayWhenTheyAreBlind,
  'patterns compile and hold no traps': patternsAreSafe,
  'what is unverified never decides': unverifiedNeverDecides,
  'drivers and filters never decide': filtersNeverDecide,
  'drivers, filters and licences are only reported': filtersAreOnlyReported,
  'what is moved aside lies with the vendor': movedAsideLiesWithTheVendor,
  'successors and products of others stay probable': successorsStayProbable,
  'facts are not from the future': factsAreNotFromTheFuture,
  'every removable product has a recipe': removableProductsHaveRecipes,
  'every recipe is for a known product': recipesAreForKnownProducts,
  'only own products are removed': onlyOwnProductsAreRemoved,
  'what is unverified is never run': unverifiedIsNeverRun,
  'what is removed can be certain': removedProductsCanBeCertain,
  'a removal has what it needs from the marks': removalsHaveTheirHandle,
  'the management agent goes last': managementAgentGoesLast,
  'smaller products go first': smallerProductsGoFirst,
  'protected places cannot be reached': protectedPlacesCannotBeReached,
  'an uninstaller lies in its own folder': uninstallersLieInTheirOwnFolder,
  'removals on Windows say whether a restart is needed': windowsRemovalsSayAboutRestarts,
  'what is kept or taken along is a fact': consequencesAreFacts,
  'recipes are translated': recipesAreTranslated,
  'nothing is claimed of the law': nothingIsClaimedOfTheLaw,
  'both languages say the same things': languagesSayTheSameThings,
  'both languages fill in the same names': languagesFillInTheSameNames,
} as const satisfies Record<string, Rule>;

/** All faults of all rules; empty when the knowledge is sound. */
export const faultsIn = (knowledge: Knowledge): readonly string[] =>
  Object.values(rules).flatMap((rule) => rule(knowledge));
