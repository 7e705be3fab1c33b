import { pathToFileURL } from 'node:url';
import { inRoot } from '../setup/paths.mjs';

const bin = (place, ...args) => ({ command: process.execPath, args: [inRoot('node_modules', place), ...args] });

/**
 * What `npm run check` asks besides tests. `problem` reads the output of a run that ended well: a tool that looked at
 * nothing has not passed.
 */
export const checkParts = [
  { name: 'types', ...bin('typescript/bin/tsc', '-b', '--pretty', 'false') },
  {
    name: 'boundaries',
    command: process.execPath,
    args: [
      '--import',
      pathToFileURL(inRoot('scripts/testing/swc-for-boundaries.mjs')).href,
      inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      'src',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
    // With TypeScript 7 and without @swc/core the tool cannot read TypeScript and is content with no modules at all.
    problem: (output) => (/\((?!0 modules)\d+ modules/.test(output) ? undefined : 'no module was looked at'),
  },
  { name: 'lint', ...bin('oxlint/bin/oxlint', '--deny-warnings', 'src', 'test', 'scripts') },
  {
    name: 'format',
    ...bin(
      'prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      inRoot('.cache/prettier.json'),
      '{src,test,scripts}/**/*.{ts,tsx,mjs,css}',
      'assets/**/*.{json,yaml}',
    ),
  },
  { name: 'unused', ...bin('knip/bin/knip.js', '--no-progress', '--config', 'scripts/testing/knip.json') },
];
