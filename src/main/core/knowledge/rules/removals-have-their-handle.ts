import type { Rule } from './rule';

/** What a removal starts with has to come from a mark: package names, or the product code of Windows Installer. */
export const removalsHaveTheirHandle: Rule = (k) =>
  k.recipes.flatMap((r) => {
    const gives = k.signatures.find((s) => s.id === r.product)?.marks.flatMap((m) => Object.keys(m.gives ?? {})) ?? [];
    const needs = handles[r.removal.verb];
    return needs !== null && !gives.includes(needs) ? [`recipe for ${r.product} needs a mark that gives ${needs}`] : [];
  });

const handles = {
  'remove-packages': 'package',
  'uninstall-msi': 'productCode',
  'run-uninstaller': 'uninstaller',
  none: null,
} as const;
