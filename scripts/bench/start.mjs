import { inRoot } from '../setup/paths.mjs';
import { paired } from './paired.mjs';
import { differenceRow } from './rows.mjs';
import { runForJson, runTimed, scanEnds } from './run-timed.mjs';

const PAIRS = 15;
const BUDGET_MS = 150;

/** What the bundled command line adds to Node's own start, as whole processes. */
export async function benchStart() {
  const cli = inRoot('dist/cli/offramp.cjs');
  runForJson(process.execPath, [cli, 'scan', '--json'], { accept: scanEnds });
  const bare = () => runTimed(process.execPath, ['-e', '0']);
  const peerName = 'node -e 0';
  const rows = [];
  for (const words of [['--version'], ['scan', '--json'], ['scan', '--json', '--machine', 'sim:linux-server']]) {
    const runs = await paired(PAIRS, () => runTimed(process.execPath, [cli, ...words], { accept: scanEnds }), bare);
    rows.push(differenceRow({ what: `offramp ${words.join(' ')}`, ...runs, peerName, atMost: BUDGET_MS }));
  }
  return rows;
}
