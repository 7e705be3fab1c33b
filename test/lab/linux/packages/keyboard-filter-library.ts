import { laboratorySummary, type PackageContents } from '../package-contents';

/**
 * A package that happens to be called `kfl`: a keyboard filter library. Same name and a similar version as Kaspersky's home product,
 * none of its files. Names alone prove nothing; whoever removes this one has decided on a name.
 */
export function keyboardFilterLibrary(): PackageContents {
  return {
    name: 'kfl',
    version: '2.0.3-1',
    summary: `${laboratorySummary}: a keyboard filter library`,
    depends: [],
    conflicts: [],
    files: [
      { path: '/usr/lib/kfl/kfl-filters.conf', text: '[filters]\nbounce-ms=30\nslow-keys-ms=0\n', mode: 0o644 },
      { path: '/usr/bin/kfl-layout', text: '#!/bin/sh\necho "keyboard filter: no filter loaded"\n', mode: 0o755 },
      { path: '/usr/share/doc/kfl/README', text: 'Keyboard Filter Library, sticky and bounce keys.\n', mode: 0o644 },
    ],
    // With a postrm, so that a removed look-alike also shows the state `rc`.
    scripts: { postrm: '#!/bin/sh\nexit 0\n' },
    roots: [],
  };
}
