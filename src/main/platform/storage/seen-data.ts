import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { readLimited } from './read-limited';
import { writeAtomically } from './write-atomically';

/** Newest data version seen, by the key that signed it: a program never reads packs of another key, so they are no yardstick. */
const SeenData = z.strictObject({ schemaVersion: z.literal(1), newest: z.record(z.string(), z.string()) });

export interface SeenData {
  /** The newest version of data this account has worked with, or null. */
  readonly newest: string | null;
  /** Remembers a version when it is newer. A place that cannot be written is no reason to stop: looking goes on. */
  readonly remember: (dataVersion: string) => void;
}

/**
 * Remembers in a state folder which data was seen, so that somebody cannot hand an older signed pack to a program that has
 * seen a newer one. A memory that cannot be read counts as none.
 */
export function seenData(folder: string, keyId: string): SeenData {
  const file = join(folder, 'seen-data.json');
  const all = readSeen(file);
  const newest = all[keyId] ?? null;
  return {
    newest,
    remember(dataVersion) {
      if (newest !== null && !isOlder(newest, dataVersion)) return;
      try {
        mkdirSync(dirname(file), { recursive: true });
        const value: z.infer<typeof SeenData> = { schemaVersion: 1, newest: { ...all, [keyId]: dataVersion } };
        writeAtomically(file, `${JSON.stringify(value)}\n`);
      } catch {
        // Not every account may write where its state lies.
      }
    },
  };
}

/** Whether data version `a` came before `b`; both look like 2026.11.23-1. */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0);
}

const numbersOf = (version: string): readonly number[] => version.split(/[.-]/).map(Number);

function readSeen(file: string): Readonly<Record<string, string>> {
  const read = readLimited(file);
  if (!read.ok) return {};
  try {
    return SeenData.parse(JSON.parse(read.text)).newest;
  } catch {
    return {};
  }
}
