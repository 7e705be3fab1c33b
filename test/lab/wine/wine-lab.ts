import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureBasePrefix, folderInside } from './base-prefix';
import { hostPathOf } from './host-path';
import { labFolder, wineAvailable, wineEnvironment, type Availability } from './lab-environment';
import type { RegistryFixture } from './registry-text';
import { seal } from './seal';
import { runUnix, runWine } from './unix-process';

/** How one Windows program ended. `exitCode` is Windows' own 32-bit number; null when it was ended from outside. */
export interface WindowsRun {
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Default 60,000. The program is ended then, and `timedOut` is true. */
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A Windows folder; default `Z:\`. */
  readonly cwd?: string;
  /** Passes the arguments joined by spaces, without any quoting (NSIS's `_?=` needs it). */
  readonly verbatim?: boolean;
}

/**
 * One Windows of its own: a copy of a prepared Wine prefix in a folder of its own, with a real Windows node.exe and koffi inside.
 * Programs in it see `C:` and `Z:`, both folders of this laboratory, and nothing of the machine around it (see README).
 * `dispose()` ends its processes and removes it; a laboratory whose owner died is swept away by the next one.
 */
export class WineLab {
  readonly #name: string;
  #folder: string | null = null;
  #runs = 0;
  #powerCuts = 0;

  /** `name` only makes the folder recognisable: one laboratory per test file. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Whether this machine can run the laboratory at all; says what is missing. */
  static available(): Availability {
    return wineAvailable();
  }

  /** Prepares what all laboratories share, once per machine: downloads, and the base prefix. Safe to call from many files at once. */
  static async setUp(): Promise<void> {
    await ensureBasePrefix();
  }

  /** A new, started Windows; what was in this laboratory before is gone. */
  async fresh(): Promise<this> {
    const base = await ensureBasePrefix();
    await this.dispose();
    await mkdir(path.join(labFolder(), 'runs'), { recursive: true });
    await sweepOrphans();
    const folder = await mkdtemp(path.join(labFolder(), 'runs', `${this.#name}-`));
    await writeFile(path.join(folder, 'owner'), `${process.pid}`);
    this.#folder = folder;
    process.once('exit', this.#endAtExit);
    await mkdir(path.join(folder, 'home'));
    await mkdir(path.join(folder, 'z'));
    await runUnix('cp', ['-a', '--reflink=auto', base, path.join(folder, 'prefix')]);
    await this.#boot();
    return this;
  }

  /** Imports a .reg text, with or without its header line, exactly as regedit writes it (UTF-16). */
  async importReg(text: string): Promise<void> {
    const header = 'Windows Registry Editor Version 5.00';
    const whole = text.startsWith(header) ? text : `${header}\n\n${text}`;
    const file = path.join(this.folder, 'z', `import-${this.#runs++}.reg`);
    await writeFile(file, Buffer.from(`\ufeff${whole.replace(/\r?\n/g, '\r\n')}\r\n`, 'utf16le'));
    const run = await this.runExe('reg.exe', ['import', `Z:\\${path.basename(file)}`]);
    await rm(file);
    if (run.exitCode !== 0) throw new Error(`reg import ended with ${run.exitCode}: ${run.stdout}${run.stderr}`);
  }

  /** Puts a fixture's keys and files in place. Its services are known to the service manager after `reboot()`. */
  async install(...fixtures: readonly RegistryFixture[]): Promise<void> {
    await this.importReg(fixtures.map((fixture) => fixture.reg).join('\n'));
    for (const { path: file, content } of fixtures.flatMap((fixture) => fixture.files))
      await this.addFile(file, content);
  }

  /** Writes a file, making its folders: `C:\Program Files\X\y.txt`. */
  async addFile(windowsPath: string, content: string | Uint8Array): Promise<void> {
    const file = this.hostPath(windowsPath);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  /** Where a path of this Windows lies on Linux. Refuses paths that leave the laboratory. */
  hostPath(windowsPath: string): string {
    return hostPathOf(this.folder, windowsPath);
  }

  /** Runs a bundled CommonJS file (a path on Linux) with Windows' node.exe; koffi lies beside it. */
  async runNode(bundlePath: string, args: readonly string[] = [], options: RunOptions = {}): Promise<WindowsRun> {
    const name = `bundle-${this.#runs}.cjs`;
    await cp(bundlePath, this.hostPath(`${folderInside}\\${name}`));
    return this.runExe(`${folderInside}\\node.exe`, [`${folderInside}\\${name}`, ...args], options);
  }

  /** Runs a Windows program: a path in this Windows, or a name on its search path. */
  async runExe(exe: string, args: readonly string[] = [], options: RunOptions = {}): Promise<WindowsRun> {
    const timeoutMs = options.timeoutMs ?? 60_000;
    const run = `run-${this.#runs++}`;
    const cutsBefore = this.#powerCuts;
    const folder = path.join(this.folder, 'z', run);
    await mkdir(folder);
    await writeFile(path.join(folder, 'request.json'), JSON.stringify({ exe, args, ...options, timeoutMs }));
    const launcher = [`${folderInside}\\node.exe`, `${folderInside}\\launch.cjs`, `Z:\\${run}`];
    // The inner limit is the real one; the outer catches a launcher that hangs itself.
    await runWine(launcher, { env: this.#env, cwd: path.join(this.folder, 'z'), timeoutMs: timeoutMs + 15_000 });
    const text = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => '');
    const [result, stdout, stderr] = await Promise.all([text('result.json'), text('stdout'), text('stderr')]);
    await rm(folder, { recursive: true, force: true });
    const ended: unknown = result === '' ? { exitCode: null, timedOut: false } : JSON.parse(result);
    const { exitCode, timedOut, fault } = ended as { exitCode: number | null; timedOut: boolean; fault?: string };
    if (fault !== undefined) throw new Error(`${exe} could not be started: ${fault}`);
    // The server ends processes in an order of its own: the launcher may still see a program end, with a code nobody gave.
    return { exitCode: this.#powerCuts === cutsBefore ? exitCode : null, timedOut, stdout, stderr };
  }

  /** Restarts this Windows: pending file renames, RunOnce, Run, services that start by themselves. */
  async reboot(): Promise<void> {
    await this.powerCut();
    await this.#boot();
  }

  /** Ends every process of this Windows at once. Runs under way give `exitCode: null`. `reboot()` starts it again. */
  async powerCut(): Promise<void> {
    this.#powerCuts += 1;
    await runUnix('wineserver', ['-k'], this.#env);
    await runUnix('wineserver', ['-w'], this.#env);
  }

  /** Ends this Windows and removes it. Safe to call twice. */
  async dispose(): Promise<void> {
    if (this.#folder === null) return;
    await this.powerCut();
    process.removeListener('exit', this.#endAtExit);
    await rm(this.folder, { recursive: true, force: true });
    this.#folder = null;
  }

  /** The folder on Linux that holds all of this laboratory. */
  get folder(): string {
    if (this.#folder === null) throw new Error('This laboratory has no Windows yet: call fresh() first.');
    return this.#folder;
  }

  get #env(): NodeJS.ProcessEnv {
    return wineEnvironment(path.join(this.folder, 'prefix'), path.join(this.folder, 'home'));
  }

  async #boot(): Promise<void> {
    await seal(this.folder);
    // Without a lasting server, services stop three seconds after the last program; not for ever, in case we are killed.
    await runUnix('wineserver', ['-p600'], this.#env);
    await runWine(['wineboot'], { env: this.#env, cwd: path.join(this.folder, 'z'), timeoutMs: 60_000 });
    await seal(this.folder);
  }

  readonly #endAtExit = (): void => {
    if (this.#folder !== null) spawnSync('wineserver', ['-k'], { env: this.#env, stdio: 'ignore' });
  };
}

/** Removes laboratories whose owner no longer runs. Servers are ended by their own prefix, never by a process id. */
async function sweepOrphans(): Promise<void> {
  const runs = path.join(labFolder(), 'runs');
  for (const name of await readdir(runs)) {
    const folder = path.join(runs, name);
    const owner = Number(await readFile(path.join(folder, 'owner'), 'utf8').catch(() => '0'));
    if (owner === 0 || isRunning(owner)) continue;
    const env = wineEnvironment(path.join(folder, 'prefix'), path.join(folder, 'home'));
    await runUnix('wineserver', ['-k'], env);
    await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
