import { spawnSync } from 'node:child_process';
import { runWithProgress } from './run-with-progress.mjs';
import { lastLines } from './npm-packages.mjs';

/** What Electron needs to open a window on Debian, beyond a bare system. Newer Debian renamed some: `a|b` means either. */
export const windowPackages = ['libgtk-3-0|libgtk-3-0t64', 'libnss3', 'libgbm1', 'libasound2|libasound2t64'];

/** What unpacking the registry's copy of Electron needs. */
export const unpackPackages = ['unzip'];

/** A display without a screen, for tests of the window. */
export const hiddenDisplayPackages = ['xvfb', 'xauth'];

/** Small tools with which tests make real things: certificates, locks, an rpm database. */
export const testToolPackages = ['ca-certificates', 'openssl', 'python3-minimal', 'rpm'];

/** What the Windows laboratory is made of. */
export const windowsLabPackages = [
  'wine',
  'wine64',
  'msitools',
  'wixl',
  'nsis',
  'gcc-mingw-w64-x86-64-win32',
  'osslsigncode',
  'locales',
];

/**
 * The step that installs Debian packages. Reading what is missing needs no rights and no network.
 * @param {{ purpose: string, packages: string[] }} what
 */
export function systemPackages({ purpose, packages }) {
  return {
    announce: () => [
      `${purpose}: ${missingOf(packages).map(firstName).join(' ')} (Debian packages, with apt-get, into the system)`,
    ],
    isMissing: () => missingOf(packages).length > 0,

    async install({ say }) {
      const wanted = missingOf(packages);
      const command = `apt-get install -y --no-install-recommends ${wanted.map(firstName).join(' ')}`;
      if (!isDebianLike())
        return {
          ok: false,
          reason: `This is no Debian system. Please install what corresponds to: ${wanted.map(firstName).join(' ')}`,
        };
      if (process.getuid?.() !== 0)
        return { ok: false, reason: `Needs an administrator. Please run:\n  sudo apt-get update && sudo ${command}` };
      const update = await aptGet(['update', '-qq'], 'apt-get update', say);
      if (!update.ok) say('  apt-get update reported a problem; going on with the lists at hand.');
      const names = wanted.map(installableName);
      const run = await aptGet(
        ['install', '-y', '-qq', '--no-install-recommends', ...names],
        `apt-get install (${names.length} packages)`,
        say,
      );
      return run.ok
        ? { ok: true }
        : { ok: false, reason: `apt-get failed (exit ${run.code}).\n${lastLines(run.output, 8)}` };
    },
  };
}

const firstName = (either) => either.split('|')[0];

function missingOf(packages) {
  if (process.platform !== 'linux') return [];
  const names = packages.flatMap((either) => either.split('|'));
  const asked = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Abbrev} ${Package}\n', ...names], { encoding: 'utf8' });
  // No dpkg: nothing can be known, so nothing is claimed to be missing; Electron itself will say what it lacks.
  if (asked.error) return [];
  const present = new Set((asked.stdout.match(/^ii +\S+/gm) ?? []).map((line) => line.split(/ +/)[1]));
  return packages.filter((either) => !either.split('|').some((name) => present.has(name)));
}

const isDebianLike = () => spawnSync('apt-get', ['--version']).status === 0;

function installableName(either) {
  const names = either.split('|');
  return (
    names.find((name) => spawnSync('apt-cache', ['show', name], { encoding: 'utf8' }).stdout?.includes('Package:')) ??
    names[0]
  );
}

const aptGet = (args, label, say) =>
  runWithProgress({ label, command: 'apt-get', args, say, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
