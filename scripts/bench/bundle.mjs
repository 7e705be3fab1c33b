import path from 'node:path';
import { build } from 'esbuild';
import { embeddedForEsbuild } from '../build/embedded-plugin.mjs';
import { inRoot, rootDir } from '../setup/paths.mjs';

/** Bundles `test/bench/NAME.bench.ts` into one file in `folder`, in the way the command line is bundled. Gives its path. */
export async function bundleBench(name, folder) {
  const outfile = path.join(folder, `${name}.cjs`);
  await build({
    entryPoints: [inRoot(`test/bench/${name}.bench.ts`)],
    absWorkingDir: rootDir,
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['koffi', 'electron'],
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'import.meta.url': '__bundleUrl' },
    banner: { js: '"use strict";var __bundleUrl=require("node:url").pathToFileURL(__filename).href;' },
    plugins: [embeddedForEsbuild],
    logLevel: 'error',
  });
  return outfile;
}
