import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** Each planted file breaks exactly the rule it stands beside. */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['core-probing-imports-no-later-stage', 'src/main/core/probing/wrong.ts', "export * from '../matching/fine';"],
  [
    'core-machine-imports-no-later-stage',
    'src/main/core/machine/wrong.ts',
    "import type { Fine } from '../session/fine';\nexport type Wrong = Fine;",
  ],
  ['core-is-pure', 'src/main/core/matching/wrong.ts', "export { readFileSync } from 'node:fs';"],
  ['core-is-pure', 'src/main/core/planning/wrong.ts', "export * from '../../platform/storage/fine';"],
  ['platforms-are-strangers', 'src/main/platform/linux/wrong.ts', "export * from '../windows/fine';"],
  ['browsers-serve-every-platform', 'src/main/platform/browsers/wrong.ts', "export * from '../storage/fine';"],
  ['only-platforms-read-browsers', 'src/main/cli/wrong-three.ts', "export * from '../platform/browsers/fine';"],
  ['platform-below-app', 'src/main/platform/storage/wrong.ts', "export * from '../../cli/fine';"],
  ['no-electron-outside-app', 'src/main/cli/wrong.ts', "export { app } from 'electron';"],
  ['cli-is-not-the-window', 'src/main/cli/wrong-too.ts', "export * from '../app/fine';"],
  ['renderer-takes-types-only', 'src/renderer/screens/wrong.tsx', "export * from '../../main/core/matching/fine';"],
  ['renderer-takes-types-only', 'src/renderer/state/wrong.ts', "export * from '../../main/platform/storage/fine';"],
  ['contract-knows-core-only', 'src/preload/contract/wrong.ts', "export * from '../../main/platform/storage/fine';"],
  ['program-never-imports-tests', 'src/main/app/wrong.ts', "export * from '../../../test/fine';"],
  ['no-cycles', 'src/main/core/reporting/wrong.ts', "export * from './wrong-too';"],
  ['nothing-unresolved', 'src/main/core/countdown/wrong.ts', "export * from './nowhere';"],
];

const fine = [
  'src/main/core/machine',
  'src/main/core/matching',
  'src/main/core/session',
  'src/main/platform/storage',
  'src/main/platform/windows',
  'src/main/platform/browsers',
  'src/main/cli',
  'src/main/app',
  'test',
];

describe('the import lint', () => {
  let folder: string;
  let output: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'offramp-boundaries-'));
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\n`);
    };
    for (const place of fine)
      put(`${place}/fine.ts`, 'export interface Fine { readonly fine: true }\nexport const fine = 1;');
    put('src/main/core/reporting/wrong-too.ts', "export * from './wrong';");
    put(
      'src/renderer/state/fine.ts',
      "import type { Fine } from '../../main/core/matching/fine';\nexport type Mine = Fine;",
    );
    for (const [, file, text] of planted) put(file, text);
    cpSync(join(checkout, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
    const ended = spawnSync(
      process.execPath,
      [
        '--import',
        pathToFileURL(join(checkout, 'scripts/testing/swc-for-boundaries.mjs')).href,
        join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        'src',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    output = ended.stdout + ended.stderr;
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(planted)('refuses by the rule %s: %s', (rule, file) => {
    expect(
      output.split('\n').filter((line) => line.includes(`${rule}:`) && line.includes(file.replace(/\.tsx?$/, ''))),
    ).not.toEqual([]);
  });

  it('lets the page take a type, and every folder what stands before it', () => {
    expect(output.split('\n').filter((line) => /error .*\/fine\.ts →/.test(line))).toEqual([]);
  });
});

describe('the compiler', () => {
  it.each([
    ['src/main/core', 'export const wrong = process.env;'],
    ['src/main/core', 'export const wrong = document.title;'],
    ['src/main/core', "export { readFileSync } from 'node:fs';"],
    ['src/preload/contract', 'export const wrong = window.name;'],
    ['src/renderer', "export { readFileSync } from 'node:fs';"],
    ['src/main/cli', 'export const wrong = document.title;'],
  ])('in %s refuses: %s', (layer, text) => {
    const folder = mkdtempSync(join(checkout, '.cache', 'layer-'));
    try {
      const config = layer === 'src/preload/contract' ? 'src/preload' : layer;
      writeFileSync(join(folder, 'wrong.ts'), `${text}\n`);
      // The layer's own settings, over one file of ours.
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          extends: join(checkout, config, 'tsconfig.json'),
          compilerOptions: {
            composite: false,
            emitDeclarationOnly: false,
            noEmit: true,
            rootDir: folder,
            outDir: null,
          },
          include: ['wrong.ts'],
          references: [],
        }),
      );

      const ended = spawnSync(process.execPath, [join(checkout, 'node_modules/typescript/bin/tsc'), '-p', folder], {
        encoding: 'utf8',
      });

      expect(ended.status).not.toBe(0);
      expect(ended.stdout).toMatch(/wrong\.ts\(1,\d+\): error TS(2304|2307|2584|2580|2591|2882)/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
