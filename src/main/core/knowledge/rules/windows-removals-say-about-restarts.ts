import type { Rule } from './rule';

/** Whoever agrees to a plan on Windows wants to know beforehand whether the computer has to start again. */
export const windowsRemovalsSayAboutRestarts: Rule = (k) =>
  k.recipes.flatMap(({ product, removal }) =>
    (removal.verb === 'uninstall-msi' || removal.verb === 'run-uninstaller') && removal.restart === undefined
      ? [`recipe for ${product} does not say whether its removal needs a restart`]
      : [],
  );
