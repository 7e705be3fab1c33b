import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAME = 'offramp';

/** Why the Debian package cannot be installed on this computer, or undefined when it can. */
export function whyNotInstallable(): string | undefined {
  if (process.platform !== 'linux' || spawnSync('dpkg', ['--version']).status !== 0) return 'this is no Debian system';
  if (process.getuid?.() !== 0) return 'installing needs root';
  return isInstalled() ? 'an Offramp is installed here already, and it is not ours to remove' : undefined;
}

/** The newest .deb of the packages folder. Throws when there is none. */
export function builtPackage(): string {
  const found = fs.readdirSync('dist/packages').find((name) => name.endsWith('.deb'));
  if (found === undefined) throw new Error('dist/packages holds no .deb');
  return path.resolve('dist/packages', found);
}

/** Every path the package brings, plus what its own scripts make. */
export function pathsOf(deb: string): readonly string[] {
  const listing = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 30 });
  const names = execFileSync('tar', ['-t'], { input: listing, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .trim()
    .split('\n');
  const made = [
    '/usr/bin/offramp',
    '/etc/alternatives/offramp',
    '/var/lib/dpkg/alternatives/offramp',
    '/etc/apparmor.d/offramp',
  ];
  return [...names.map((name) => path.join('/', name)), ...made];
}

/** Installs with apt, so that what the package says it depends on is taken seriously. */
export function install(deb: string): void {
  apt(['install', deb]);
}

/** Removes with its settings. Safe when it is not installed. */
export function remove(): void {
  if (isInstalled()) apt(['purge', NAME]);
}

/** True when dpkg knows the package in any state but "not installed". */
export function isInstalled(): boolean {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', NAME], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout !== 'not-installed';
}

function apt(words: readonly string[]): void {
  const options = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('apt-get', [...options, ...words], { env, encoding: 'utf8' });
  if (run.status !== 0)
    throw new Error(`apt-get ${words.join(' ')} ended with ${run.status}\n${run.stdout}${run.stderr}`);
}
