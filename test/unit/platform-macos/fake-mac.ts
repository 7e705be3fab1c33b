import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { macReader } from '../../../src/main/platform/macos/mac-reader';
import { thisMac, type MacTools } from '../../../src/main/platform/macos/mac-tools';
import type { QueryResult } from '../../../src/main/platform/macos/run-query';

/** A text or bytes, a link, or one of them with a mode. */
export type FakeFile =
  string | Buffer | { readonly link: string } | { readonly content: string | Buffer; readonly mode: number };

/** A folder that stands for `/` of a Mac, with real files, gone after the test. Its owner plays the system's part. */
export function fakeMac(files: Readonly<Record<string, FakeFile>>, changes: Partial<MacTools> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'offramp-mac-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  for (const [path, file] of Object.entries(files)) {
    const place = join(root, path);
    makeFolder(root, dirname(place));
    if (typeof file === 'string' || Buffer.isBuffer(file)) writeFileSync(place, file, { mode: 0o644 });
    else if ('link' in file) symlinkSync(file.link, place);
    else {
      writeFileSync(place, file.content);
      chmodSync(place, file.mode);
    }
  }
  const tools: MacTools = {
    ...thisMac(),
    root,
    effectiveUserId: 501,
    systemUserId: process.geteuid?.() ?? 0,
    administratorsGroupId: process.getegid?.() ?? 0,
    arch: 'arm64',
    environment: {},
    runQuery: async (): Promise<QueryResult> => ({ kind: 'not-started', code: 'ENOENT' }),
    ...changes,
  };
  return { root, tools, reader: macReader(tools) };
}

function makeFolder(root: string, place: string): void {
  if (!place.startsWith(`${root}/`)) return;
  makeFolder(root, dirname(place));
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o755);
}

/** A property list in XML as Apple writes it, around the inside of its dictionary. */
export const xmlPlist = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${inside}
</dict>
</plist>
`;

/** A dictionary of texts. */
export const xmlTexts = (texts: Readonly<Record<string, string>>): string =>
  xmlPlist(
    Object.entries(texts)
      .map(([key, text]) => `\t<key>${key}</key>\n\t<string>${text}</string>`)
      .join('\n'),
  );

/** A real property list in the binary form. */
export const binaryPlist = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}.plist`, import.meta.url));
