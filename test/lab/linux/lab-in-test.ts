import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Plan } from '../../../src/main/core/planning/plan';
import { run, type Ended } from '../../support/command-line';
import { LinuxLab } from './linux-lab';

/** The laboratory of the test that runs, and the bundled command line with a state folder of that test's own. */
export interface LabInTest {
  readonly lab: LinuxLab;
  readonly folder: string;
  /** For programs that are started by other means. */
  readonly environment: { readonly OFFRAMP_STATE_DIR: string };
  offramp(...args: readonly string[]): Promise<Ended>;
  /** Writes a plan to a file, named by its place or within the state folder, and reads it back. */
  planTo(file: string, ...choices: readonly string[]): Promise<Plan>;
}

/** Call it inside `describe`: every test then has a fresh laboratory, which is taken off again after it, whatever happens. */
export function labInEachTest(): LabInTest {
  let lab: LinuxLab | null = null;
  let folder = '';

  beforeEach(async () => {
    lab = await LinuxLab.open();
    lab.cleanUpOnExit();
    folder = mkdtempSync(join(tmpdir(), 'offramp-lab-state-'));
  });

  afterEach(async () => {
    await lab?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const here: LabInTest = {
    get lab() {
      if (lab === null) throw new Error('no test is running');
      return lab;
    },
    get folder() {
      return folder;
    },
    get environment() {
      return { OFFRAMP_STATE_DIR: folder };
    },
    offramp: (...args) => run(args, here.environment),
    async planTo(file, ...choices) {
      const place = resolve(folder, file);
      await here.offramp('plan', '--json', '--output', place, ...choices);
      return JSON.parse(readFileSync(place, 'utf8')) as Plan;
    },
  };
  return here;
}
