import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { openSession } from '../../src/main/core/session/open-session';
import { sessionToolsFor } from '../../src/main/platform/session-tools';

/** What the other side prints; all times in milliseconds, in the order of the turns. */
export interface WindowsRace {
  readonly products: readonly string[];
  readonly openMs: number;
  readonly scanMs: readonly number[];
  readonly entriesMs: readonly number[];
  readonly regToFileMs: readonly number[];
  readonly regToPipeMs: readonly number[];
  readonly winreg: null | { readonly keys: number; readonly listMs: number; readonly oneKeyMs: readonly number[] };
}

// Runs inside Windows: node.exe FILE TURNS [WINREG], in turns of one scan, one `reg query /s` to a file and one to a pipe.
const [, , turns = '3', winregFile] = process.argv;
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
  }
  return { products, openMs, ...times, winreg: winregFile === undefined ? null : await readWithWinreg(winregFile) };
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

interface WinregKey {
  keys(done: (error: Error | null, keys: readonly WinregKey[]) => void): void;
  values(done: (error: Error | null, values: readonly unknown[]) => void): void;
}

/** The package `winreg` starts reg.exe once per key: the list of keys, and the values of ten of them, spread over the list. */
async function readWithWinreg(file: string): Promise<WindowsRace['winreg']> {
  const Winreg = require(file) as new (options: object) => WinregKey;
  const top = new Winreg({ hive: 'HKLM', key: `\\${uninstall}`, arch: 'x64' });
  let keys: readonly WinregKey[] = [];
  const listMs = await timed(async () => {
    keys = await settled<readonly WinregKey[]>((done) => top.keys(done));
  });
  const oneKeyMs: number[] = [];
  for (let at = 0; at < 10; at++) {
    const key = keys[Math.floor((at * keys.length) / 10)];
    oneKeyMs.push(
      await timed(async () => {
        const values = key === undefined ? [] : await settled<readonly unknown[]>((done) => key.values(done));
        if (values.length === 0) throw new Error('winreg read no values');
      }),
    );
  }
  return { keys: keys.length, listMs, oneKeyMs };
}

const settled = <T>(ask: (done: (error: Error | null, value: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask((error, value) => (error === null ? resolve(value) : reject(error)));
  });

async function timed(work: () => void | Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
