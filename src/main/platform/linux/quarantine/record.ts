import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Leftover } from '../../../core/machine/leftover';
import { readLimited } from '../../storage/read-limited';
import { writeAll } from '../../storage/write-atomically';

/**
 * What is known of one thing that is, was or will be aside: written before anything moves, so that a crash at any moment leaves the truth behind.
 * `moving` and `returning` mean that either place may hold it.
 */
export const KeptRecord = z.strictObject({
  schemaVersion: z.literal(1),
  item: z.string(),
  run: z.string(),
  leftover: Leftover,
  owner: z.string(),
  movedAt: z.iso.datetime({ offset: true }),
  state: z.enum(['moving', 'kept', 'returning', 'back']),
  /** The thing itself, by its number on its disk: what comes back is what went. */
  ino: z.number(),
  dev: z.number(),
  /** Where it lies meanwhile, as an absolute path. */
  lies: z.string(),
  /** Times of the folder it came from, in milliseconds since 1970, put back with it. */
  folderTimes: z.strictObject({ accessed: z.number(), modified: z.number() }),
});
export type KeptRecord = z.infer<typeof KeptRecord>;

/** The records of every run, below one folder that only the system may look into. */
export interface Records {
  read(run: string, item: string): KeptRecord | null;
  list(run: string): readonly KeptRecord[];
  /** Returns after the record is on the disk. */
  write(record: KeptRecord): void;
}

export function recordsIn(folder: string): Records {
  const ofRun = (run: string) => join(folder, run);
  const read = (run: string, item: string): KeptRecord | null => {
    const text = readLimited(join(ofRun(run), `${item}.json`));
    if (!text.ok) return null;
    try {
      const parsed = KeptRecord.safeParse(JSON.parse(text.text));
      return parsed.success && parsed.data.item === item && parsed.data.run === run ? parsed.data : null;
    } catch {
      return null;
    }
  };
  return {
    read,
    list: (run) =>
      namesIn(ofRun(run)).flatMap((name) => (name.endsWith('.json') ? (read(run, name.slice(0, -5)) ?? []) : [])),
    write(record) {
      mkdirSync(ofRun(record.run), { recursive: true, mode: 0o700 });
      const file = join(ofRun(record.run), `${record.item}.json`);
      writeFlushed(`${file}.new`, `${JSON.stringify(record)}\n`);
      renameSync(`${file}.new`, file);
      flushFolder(ofRun(record.run));
    },
  };
}

function writeFlushed(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeAll(descriptor, Buffer.from(text, 'utf8'));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
