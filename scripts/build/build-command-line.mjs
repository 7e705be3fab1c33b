import { build } from 'esbuild';
import { inRoot, rootDir } from '../setup/paths.mjs';
import { writeReplacing } from '../setup/stamp.mjs';
import { compileAhead } from './compile-ahead.mjs';
import { embeddedForEsbuild } from './embedded-plugin.mjs';
import { lateModules } from './late-modules.mjs';
import { inAscii, packed } from './pack-program.mjs';

/**
 * Bundles the command line into dist/cli/offramp.cjs: one file that any Node from 20 on runs, and beside it what this Node compiled of it. The
 * same program as a plain script, for the single executable, lies in dist/executable.
 */
export async function buildCommandLine() {
  const bundled = await build({
    entryPoints: [inRoot('src/main/cli/main.ts')],
    absWorkingDir: rootDir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['koffi', 'electron'],
    minify: true,
    legalComments: 'none',
    charset: 'ascii',
    define: { 'import.meta.url': '__bundleUrl' },
    banner: { js: '"use strict";var __bundleUrl=require("node:url").pathToFileURL(__filename).href;' },
    plugins: [embeddedForEsbuild, lateModules],
    logLevel: 'silent',
    write: false,
  }).catch((cause) => {
    throw new Error(messagesOf(cause), { cause });
  });
  const text = inAscii(bundled.outputFiles[0].text);
  if (text.includes(rootDir)) throw new Error('The command line would carry paths of this machine');
  writeReplacing(inRoot('dist/executable/offramp.cjs'), text, 0o755);
  const file = inRoot('dist/cli/offramp.cjs');
  const { text: whole, id } = packed(text);
  compileAhead({ file, program: text, id, target: inRoot('dist/cli/offramp.cache') });
  writeReplacing(file, whole, 0o755);
}

function messagesOf(failure) {
  const lines = failure.errors?.map(({ text, location }) =>
    location ? `${location.file}:${location.line}: ${text}` : text,
  );
  return lines?.join('\n') ?? failure.message;
}
