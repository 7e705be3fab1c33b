import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BrowserFiles } from '../../../src/main/platform/browsers/read-native-hosts';

/** A text, bytes, a link, or a file that others may write to. Values that are no text are written as JSON. */
export type TreeEntry =
  string | Buffer | { readonly link: string } | { readonly open: string } | { readonly json: unknown };

/** A folder that stands for `/`, with real files, gone after the test. Its owner plays the system's part. */
export function tempTree(entries: Readonly<Record<string, TreeEntry>>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'offramp-browsers-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, entry] of Object.entries(entries)) {
    const place = join(root, path);
    makeFolder(dirname(place), root);
    if (typeof entry === 'string' || Buffer.isBuffer(entry)) writeFileSync(place, entry, { mode: 0o644 });
    else if ('link' in entry) symlinkSync(entry.link, place);
    else if ('json' in entry) writeFileSync(place, JSON.stringify(entry.json), { mode: 0o644 });
    else {
      writeFileSync(place, entry.open);
      chmodSync(place, 0o666);
    }
  }
  const files = (platform: BrowserFiles['platform'], homes: BrowserFiles['homes'] = []): BrowserFiles => ({
    platform,
    root,
    systemUserId: process.geteuid?.() ?? 0,
    homes,
  });
  return { root, files };
}

function makeFolder(place: string, root: string): void {
  if (!place.startsWith(`${root}/`)) return;
  makeFolder(dirname(place), root);
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o755);
}
