import { openSession } from '../../src/main/core/session/open-session';
import { linuxMachine } from '../../src/main/platform/linux/linux-machine';
import { thisLinux } from '../../src/main/platform/linux/linux-tools';
import { sessionToolsFor } from '../../src/main/platform/session-tools';

/** What is printed with `--times`: milliseconds inside the process, of its first and only scan. */
export interface ScanTimes {
  readonly openMs: number;
  readonly scanMs: number;
}

// `scan --json` of the command line without its words and options, looking at another folder than `/`: node FILE ROOT [--times].
const [, , root, times] = process.argv;
if (root === undefined) throw new Error('usage: node scan-linux.bench.cjs ROOT [--times]');
void scanOf(root, times === '--times').then((value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`));

async function scanOf(folder: string, timesOnly: boolean): Promise<unknown> {
  const startMs = performance.now();
  const made = sessionToolsFor({ source: 'this', language: 'en' });
  if (!made.ok) throw new Error(`${made.reason}: ${made.detail}`);
  const machine = linuxMachine({ ...thisLinux(), root: folder });
  const openedMs = performance.now();
  const scan = await openSession({ ...made.tools, machine }).scan();
  if (!timesOnly) return scan;
  return { openMs: openedMs - startMs, scanMs: performance.now() - openedMs } satisfies ScanTimes;
}
