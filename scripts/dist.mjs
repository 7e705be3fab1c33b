#!/usr/bin/env node
// npm run dist [-- --dir | --deb] [-- --quick]: packages for this system in dist/packages.
//   --dir    the unpacked program only      --deb   the Debian package, made with dpkg-deb
//   --quick  pack fast and large, for tests
// Without one: every installer that electron-builder.yml names for this system; electron-builder downloads its tools.
import { build } from './build/build.mjs';
import { makeSingleExecutable } from './packaging/single-executable.mjs';
import { stageElectron } from './packaging/stage-electron.mjs';
import { lastLines } from './setup/npm-packages.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { inRoot, rootDir } from './setup/paths.mjs';
import { runWithProgress } from './setup/run-with-progress.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

const OS = { linux: 'linux', darwin: 'mac', win32: 'win' }[process.platform];
const say = sayTo(process.stdout);
const words = process.argv.slice(2);
const unknown = words.filter((word) => !['--dir', '--deb', '--quick'].includes(word));
if (unknown.length > 0) stop(2, `Unknown: ${unknown.join(' ')}. There are --dir, --deb and --quick.`);

const ready = await setUp({ window: true }, { say });
if (!ready.ok) process.exit(1);
const built = await build({ say });
if (!built.ok) process.exit(1);

if (OS === 'win') await buildWindowsProgram();
else {
  const target = inRoot(`dist/program/${OS}-${process.arch}/offramp`);
  await makeSingleExecutable({ bundle: inRoot('dist/executable/offramp.cjs'), target, say });
}

const electron = findElectron();
if (electron?.warning !== undefined) say(`The package will hold an old browser engine. ${electron.warning}`);
const run = await runWithProgress({
  label: 'packaging',
  command: process.execPath,
  args: [
    inRoot('node_modules/electron-builder/out/cli/cli.js'),
    `--${OS}`,
    ...targets(),
    ...electronToUse(),
    '--publish',
    'never',
  ],
  say,
  show: true,
  cwd: rootDir,
  env: environment(),
});
if (!run.ok) stop(1, `electron-builder ended with ${run.code}.\n${lastLines(run.output, 20)}`);
say('Packages lie in dist/packages.');

function targets() {
  if (words.includes('--dir')) return ['dir'];
  return words.includes('--deb') ? ['deb'] : [];
}

function electronToUse() {
  return electron === undefined || OS !== 'linux' ? [] : [`-c.electronDist=${stageElectron(electron)}`];
}

function environment() {
  const env = { ...process.env };
  // In CI electron-builder links instead of copying, and then sets fuses in what it linked to.
  delete env.CI;
  if (words.includes('--deb')) env.CUSTOM_FPM_PATH = inRoot('scripts/packaging/make-deb.mjs');
  if (words.includes('--quick')) env.OFFRAMP_DEB_QUICK = '1';
  return env;
}

async function buildWindowsProgram() {
  const target = inRoot(`dist/program/win-${process.arch}/offramp.exe`);
  const args = [
    inRoot('scripts/build-windows-exe.mjs'),
    '--bundle',
    inRoot('dist/executable/offramp.cjs'),
    '--out',
    target,
  ];
  const made = await runWithProgress({ label: 'the command line for Windows', command: process.execPath, args, say });
  if (!made.ok) stop(1, lastLines(made.output, 10));
}

function stop(code, line) {
  say(line);
  process.exit(code);
}
