import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { openSession } from '../../src/main/core/session/open-session';
import { sessionToolsFor } from '../../src/main/platform/session-tools';
import { readWithNativeReg, readWithWinreg, type WinregReading } from './registry-peers';

/** What the other side prints; all times in milliseconds, in the order of the turns. */
export interface WindowsRace {
  readonly products: readonly string[];
  readonly openMs: number;
  readonly scanMs: readonly number[];
  readonly entriesMs: readonly number[];
  readonly regToFileMs: readonly number[];
  readonly regToPipeMs: readonly number[];
  /** Our own reader on the keys that the peers read: the uninstall keys of one view, with every value. */
  readonly ownReadMs: readonly number[];
  readonly nativeRegMs: readonly number[];
  readonly winreg: readonly WinregReading[];
}

// Runs inside Windows: node.exe FILE TURNS PACKAGES, in turns of one scan and of every peer. PACKAGES is JSON: where the packages
// winreg and native-reg lie, as far as they are here.
const [, , turns = '3', packages = '{}'] = process.argv;
const { winreg, nativeReg } = JSON.parse(packages) as { readonly winreg?: string; readonly nativeReg?: string };
const uninstall = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const query = ['query', `HKLM\\${uninstall}`, '/s', '/reg:64'];

void race().then((result) => process.stdout.write(JSON.stringify(result)));

async function race(): Promise<WindowsRace> {
  const startMs = performance.now();
  const made = sessionToolsFor({ source: 'this', language: 'en' });
  if (!made.ok) throw new Error(`${made.reason}: ${made.detail}`);
  const session = openSession(made.tools);
  const openMs = performance.now() - startMs;
  let products: readonly string[] = [];
  const times = {
    scanMs: [] as number[],
    entriesMs: [] as number[],
    regToFileMs: [] as number[],
    regToPipeMs: [] as number[],
    ownReadMs: [] as number[],
    nativeRegMs: [] as number[],
    winreg: [] as WinregReading[],
  };
  for (let turn = 0; turn < Number(turns); turn++) {
    times.scanMs.push(
      await timed(async () => {
        const scan = await session.scan();
        products = scan.detections.map(({ product }) => product);
        times.entriesMs.push(scan.probes.find(({ id }) => id === 'uninstall-entries')?.ms ?? Number.NaN);
      }),
    );
    times.regToFileMs.push(await timed(regToFile));
    times.regToPipeMs.push(await timed(regToPipe));
    let keys = 0;
    times.ownReadMs.push(await timed(async () => void (keys = await readOwn())));
    if (nativeReg !== undefined)
      times.nativeRegMs.push(await timed(() => sameKeys(readWithNativeReg(nativeReg, uninstall), keys)));
    if (winreg !== undefined) times.winreg.push(await readWithWinreg(winreg, uninstall));
  }
  return { products, openMs, ...times };

  async function readOwn(): Promise<number> {
    const given = { root: 'HKLM', view: 64, path: uninstall, depth: 1 } as const;
    const answer = await (made.ok ? made.tools.machine.reader.ask('registry-tree', given, 30_000) : null);
    if (answer?.status !== 'ok') throw new Error(`the uninstall keys are ${answer?.status}`);
    // The key itself is one of them.
    return answer.value.length - 1;
  }
}

function sameKeys(theirs: number, ours: number): void {
  if (theirs !== ours) throw new Error(`native-reg read ${theirs} keys and not ${ours}`);
}

/** The quickest that reg.exe can be: nobody reads what it says. */
function regToFile(): void {
  const output = openSync('C:\\offramp-lab\\reg-output.txt', 'w');
  const { status } = spawnSync('reg.exe', query, { stdio: ['ignore', output, 'ignore'] });
  closeSync(output);
  if (status !== 0) throw new Error(`reg query ended with ${status}`);
}

/** As a program that wants to know the answer calls it. */
function regToPipe(): void {
  const { status, stdout } = spawnSync('reg.exe', query, { maxBuffer: 2 ** 28 });
  if (status !== 0 || stdout.length === 0) throw new Error(`reg query ended with ${status}`);
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
