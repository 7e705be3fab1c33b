import { laboratorySummary, type PackageContents } from '../package-contents';

/** A package of texts whose name begins like KESL's: a prefix proves nothing. */
export function keslToolsDoc(): PackageContents {
  return {
    name: 'kesl-tools-doc',
    version: '0.4-2',
    summary: `${laboratorySummary}: notes about the kernel event stream tools`,
    depends: [],
    conflicts: [],
    files: [{ path: '/usr/share/doc/kesl-tools-doc/README', text: 'Kernel Event Stream Tools, notes.\n', mode: 0o644 }],
    scripts: {},
    roots: [],
  };
}
