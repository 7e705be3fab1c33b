import { spawn } from 'node:child_process';
import { endOf, type Ended } from '../../support/command-line';

/** Shell lines that prepare the mounts; nothing outside sees them, and they end with the program. */
export type Mounts = string;

/** Runs a script with Node where the given mounts are in place, and only there. */
export async function inOwnMounts(
  mounts: Mounts,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const lines = `set -e\n${mounts}\nexec "$@"\n`;
  const child = spawn(
    'unshare',
    ['--mount', '--propagation', 'private', 'sh', '-c', lines, 'sh', process.execPath, ...args],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return endOf(child);
}

export const readOnly = (folder: string): Mounts =>
  `mount --bind ${folder} ${folder}\nmount -o remount,bind,ro ${folder}`;

/** A copy of dpkg's database on a small disk of its own, which is then filled to the last byte. */
export const fullDatabase: Mounts = `
size=$(du -sk /var/lib/dpkg | cut -f1)
mount -t tmpfs -o size=$((size * 3 / 2 + 2048))k,mode=755 offramp-test /mnt
cp -a /var/lib/dpkg/. /mnt/
mount --bind /mnt /var/lib/dpkg
dd if=/dev/zero of=/var/lib/dpkg/filled bs=4k 2>/dev/null || true
umount /mnt`;
