import { build } from '../build/build.mjs';
import { sayTo } from '../setup/say.mjs';

/**
 * Before tests that run built programs (vitest's globalSetup): builds the stale ones. A failing build does not stop the
 * tests that need no program; those that do fail by themselves, because `build` leaves no old program behind.
 */
export default async function buildFirst() {
  await build({ only: ['knowledge', 'command line'], say: sayTo(process.stderr) });
}
