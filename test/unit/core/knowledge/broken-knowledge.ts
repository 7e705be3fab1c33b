import type { Knowledge } from '../../../../src/main/core/knowledge/knowledge';
import type { rules } from '../../../../src/main/core/knowledge/rules';
import type { Mark } from '../../../../src/main/core/knowledge/signature';
import { shippedKnowledge } from '../../../support/knowledge';

/** One broken example for every rule: a rule that no example can break would prove nothing. */
export const brokenKnowledge: { readonly [Rule in keyof typeof rules]: () => Knowledge } = {
  'ids are unique': broken((k) => k.signatures.push(structuredClone(first(k.signatures)))),
  'every mark asks for something': broken((k) => {
    first(first(k.signatures).marks).match = {};
  }),
  'every mark says when it is blind': broken((k) => {
    first(first(k.signatures).marks).blind = 'Sometimes';
  }),
  'patterns compile and hold no traps': broken((k) => {
    first(first(k.signatures).marks).match = { name: { pattern: '(a+)+' } };
  }),
  'what is unverified never decides': broken((k) => {
    const mark = first(first(k.signatures).marks);
    mark.fact.confidence = 'unverified';
    mark.strength = 'decides';
  }),
  'drivers and filters never decide': broken((k) => {
    markOf(k, 'kaspersky-home', 'class-filter').strength = 'decides';
  }),
  'drivers, filters and licences are only reported': broken((k) => {
    markOf(k, 'kaspersky-home', 'driver-left').residue = { kind: 'driver', action: 'quarantine' };
  }),
  'what is moved aside lies with the vendor': broken((k) => {
    markOf(k, 'kesl', 'program-folder').residue = { kind: 'folder', action: 'quarantine', within: ['/opt/kaspersky'] };
  }),
  'successors and products of others stay probable': broken((k) => {
    markOf(k, 'ultraav', 'uninstall-entry').strength = 'decides';
  }),
  'facts are not from the future': broken((k) => {
    first(first(k.signatures).marks).fact.seen = '2099-02-01';
  }),
  'every removable product has a recipe': broken((k) => {
    k.recipes = k.recipes.slice(1);
  }),
  'every recipe is for a known product': broken((k) => {
    first(k.recipes).product = 'nobody';
  }),
  'only own products are removed': broken((k) => {
    const fact = { confidence: 'confirmed' as const, sources: ['G3'], seen: '2026-11-23' };
    recipeFor(k, 'ultraav').removal = { verb: 'uninstall-msi', mode: 'wizard', minutes: 5, fact };
  }),
  'what is unverified is never run': broken((k) => {
    recipeFor(k, 'kaspersky-home').removal.fact.confidence = 'unverified';
  }),
  'what is removed can be certain': broken((k) => {
    for (const mark of k.signatures.find(({ id }) => id === 'kaspersky-home')?.marks ?? []) mark.strength = 'supports';
  }),
  'a removal has what it needs from the marks': broken((k) => {
    for (const mark of k.signatures.find(({ id }) => id === 'kesl')?.marks ?? []) delete mark.gives;
  }),
  'the management agent goes last': broken((k) => {
    recipeFor(k, 'network-agent-windows').order = 1;
  }),
  'smaller products go first': broken((k) => {
    recipeFor(k, 'kesl-gui').order = 25;
  }),
  'protected places cannot be reached': broken((k) => {
    markOf(k, 'kesl', 'program-folder').residue = {
      kind: 'folder',
      action: 'quarantine',
      within: ['/var/opt/kaspersky/kesl'],
    };
  }),
  'an uninstaller lies in its own folder': broken((k) => {
    const { uninstaller } = known(k.signatures.find(({ id }) => id === 'ultraav'));
    known(uninstaller).within = ['C:\\Program Files'];
  }),
  'removals on Windows say whether a restart is needed': broken((k) => {
    const { removal } = recipeFor(k, 'kes-windows');
    if (removal.verb === 'uninstall-msi') delete removal.restart;
  }),
  'what is kept or taken along is a fact': broken((k) => {
    const fact = { confidence: 'unverified' as const, sources: ['GK'], seen: '2026-11-23' };
    recipeFor(k, 'kesl').keeps = [{ text: { en: 'Everything.', es: 'Todo.' }, fact }];
  }),
  'recipes are translated': broken((k) => {
    const text = first(recipeFor(k, 'kaspersky-home').notTouched);
    text.es = text.en;
  }),
  'both languages say the same things': broken((k) => {
    delete k.messages.es['verdicts'];
  }),
  'nothing is claimed of the law': broken((k) => {
    k.messages.es['claim'] = { text: 'Es ilegal usar Kaspersky.' };
  }),
  'both languages fill in the same names': broken((k) => {
    k.messages.es['verify'] = { 'not-checked': 'nada' };
  }),
};

/** A deep copy with one thing broken. */
function broken(breakIt: (knowledge: Knowledge) => void): () => Knowledge {
  return () => {
    const copy = structuredClone(shippedKnowledge());
    breakIt(copy);
    return copy;
  };
}

const first = <T>(list: readonly T[]): T => known(list[0]);

const recipeFor = (k: Knowledge, product: string) => known(k.recipes.find((recipe) => recipe.product === product));

const markOf = (k: Knowledge, product: string, id: string): Mark =>
  known(k.signatures.find((signature) => signature.id === product)?.marks.find((mark) => mark.id === id));

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the example no longer fits the data');
  return value;
}
