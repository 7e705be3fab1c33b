import { readFileSync } from 'node:fs';

/** Whether something is mounted at a path or anywhere below it: a folder that holds a mount is not one folder of one disk. */
export function isMountedAtOrBelow(path: string, mountInfo = '/proc/self/mountinfo'): boolean {
  return readFileSync(mountInfo, 'utf8')
    .split('\n')
    .map((line) => unescaped(line.split(' ')[4] ?? ''))
    .some((mount) => mount === path || mount.startsWith(`${path}/`));
}

/** The kernel writes blanks and backslashes as octal numbers. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
