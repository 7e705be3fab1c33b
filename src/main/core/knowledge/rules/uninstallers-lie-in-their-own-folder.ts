import type { Rule } from './rule';

/**
 * A program that is started with an administrator's rights is looked for in exact folders of Program Files alone, never in a shared or a
 * person's one. Where no source names its signer, this folder is all that vouches for it, so the fact has to say that it is unverified.
 */
export const uninstallersLieInTheirOwnFolder: Rule = (k) =>
  k.recipes
    .filter(({ removal }) => removal.verb === 'run-uninstaller')
    .flatMap(({ product }) => {
      const uninstaller = k.signatures.find(({ id }) => id === product)?.uninstaller;
      if (uninstaller === undefined) return [`signature ${product} does not say where its uninstaller may lie`];
      const unsigned = uninstaller.signedBy === null && uninstaller.fact.confidence !== 'unverified';
      return [
        ...uninstaller.within
          .filter((place) => !ownFolder.test(place))
          .map((place) => `signature ${product} lets its uninstaller lie in ${place}`),
        ...(unsigned ? [`signature ${product} is sure of its uninstaller and names no signer`] : []),
      ];
    });

const ownFolder = /^C:\\Program Files( \(x86\))?\\(?!Common Files|Microsoft|Windows)[\w -]*\w(\\[\w. -]*\w)?$/;
