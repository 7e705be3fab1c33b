import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Ended } from '../support/command-line';

export type { Ended };

/** A folder of its own for one file of tests: state, inputs and outputs all lie in it, and nothing else is touched. */
export interface Room {
  readonly folder: string;
  /** Runs the built command line; its state lies in this room. */
  readonly offramp: (...args: readonly string[]) => Promise<Ended>;
  /** The same with more environment. */
  readonly offrampWith: (environment: Readonly<Record<string, string>>, ...args: readonly string[]) => Promise<Ended>;
  readonly path: (...names: readonly string[]) => string;
  readonly write: (name: string, content: string | Buffer) => string;
  /** Every file below a folder of this room with a digest of its content; two are equal when nothing was written between. */
  readonly filesIn: (...names: readonly string[]) => readonly string[];
  readonly leave: () => void;
}

export function makeRoom(): Room {
  // Other accounts are let in, so that a test can be somebody without rights.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'offramp-cli-')));
  chmodSync(folder, 0o755);
  const state = { OFFRAMP_STATE_DIR: join(folder, 'state') };
  const path = (...names: readonly string[]) => join(folder, ...names);
  return {
    folder,
    path,
    offramp: (...args) => run(args, state),
    offrampWith: (environment, ...args) => run(args, { ...state, ...environment }),
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    filesIn: (...names) => filesBelow(path(...names)),
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A name of a simulated computer as `--machine` takes it. */
export const on = (name: string): readonly string[] => ['--machine', `sim:${name}`];

/** One JSON value and nothing else. */
export const valueIn = (ended: Ended): Record<string, unknown> => JSON.parse(ended.out) as Record<string, unknown>;

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
