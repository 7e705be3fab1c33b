import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { linuxReader } from '../../../src/main/platform/linux/linux-reader';
import { thisLinux, type LinuxTools } from '../../../src/main/platform/linux/linux-tools';

/** A text, a link, a program, or a file with a mode. */
export type FakeFile =
  string | { readonly link: string } | { readonly program: string } | { readonly text: string; readonly mode: number };

/** A folder that stands for `/`, with real files, gone after the test. Its owner plays the system's part. */
export function fakeRoot(files: Readonly<Record<string, FakeFile>>) {
  const root = mkdtempSync(join(tmpdir(), 'offramp-root-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, file: FakeFile): void => {
    const place = join(root, path);
    folder(dirname(place));
    if (typeof file === 'string') return writeFileSync(place, file, { mode: 0o644 });
    if ('link' in file) return symlinkSync(file.link, place);
    const [text, mode] = 'program' in file ? [`#!/bin/sh\n${file.program}\n`, 0o755] : [file.text, file.mode];
    writeFileSync(place, text);
    chmodSync(place, mode);
  };
  const folder = (place: string): void => {
    if (!place.startsWith(`${root}/`)) return;
    folder(dirname(place));
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o755);
  };
  for (const [path, file] of Object.entries(files)) write(path, file);
  const tools: LinuxTools = {
    ...thisLinux(),
    root,
    effectiveUserId: 0,
    systemUserId: process.geteuid?.() ?? 0,
    arch: 'x64',
    now: () => new Date('2026-11-23T12:00:00Z'),
  };
  return { root, tools, write, reader: linuxReader(tools) };
}

/** One process below `/proc`. */
export const fakeProcess = (
  pid: number,
  name: string,
  executable: string | null,
  cgroup: string,
): Record<string, FakeFile> => ({
  [`/proc/${pid}/comm`]: `${name}\n`,
  [`/proc/${pid}/cgroup`]: `0::${cgroup}\n`,
  ...(executable === null ? {} : { [`/proc/${pid}/exe`]: { link: executable } }),
});
