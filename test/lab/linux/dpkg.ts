import type { CommandResult, RunCommand } from './command';
import { laboratoryMaintainer } from './package-contents';

/**
 * dpkg's short state of a package, or `gone` when dpkg does not know it. The first letter is what was asked for, the second what is so:
 * `ii` installed, `rc` removed with its settings kept, `pi` still installed after a purge that failed, `pF` and `rF` a purge or removal
 * that was interrupted. (`dpkg-query` exits 0 for `rc` too, so its exit code says nothing.) Tried with dpkg 1.21.22 on 2026-11-23.
 */
export function packageState(name: string, run: RunCommand): string {
  const result = run('dpkg-query', ['-W', '-f=${db:Status-Abbrev}\n', '--', name]);
  const state = result.stdout.split('\n')[0]?.trim() ?? '';
  return result.exitCode !== 0 || state === '' || state.startsWith('un') ? 'gone' : state;
}

/** Whose package it is, by its Maintainer; a package dpkg does not know is nobody's. */
export function packageOwner(name: string, run: RunCommand): 'laboratory' | 'foreign' | 'nobody' {
  if (packageState(name, run) === 'gone') return 'nobody';
  const { stdout } = run('dpkg-query', ['-W', '-f=${Maintainer}\n', '--', name]);
  return stdout.trim() === laboratoryMaintainer ? 'laboratory' : 'foreign';
}

/** The architecture of this computer as Debian names it, `amd64`. */
export function machineArchitecture(run: RunCommand): string {
  return run('dpkg', ['--print-architecture']).stdout.trim();
}

/**
 * Runs dpkg, and waits up to a minute while another program (apt, a second test run) holds dpkg's lock: dpkg itself gives up at once.
 */
export function dpkg(
  args: readonly string[],
  run: RunCommand,
  environment?: Readonly<Record<string, string>>,
): CommandResult {
  for (let tries = 0; ; tries++) {
    const result = run('dpkg', args, environment);
    const isLocked = result.exitCode !== 0 && /lock\b.*\b(locked|another process)/i.test(result.stderr);
    if (!isLocked || tries >= 120) return result;
    sleepMs(500);
  }
}

/** Blocks: this code also runs where nothing asynchronous can, in a process's exit handler. */
function sleepMs(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
