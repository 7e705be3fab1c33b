import { lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDeb } from './build-deb';
import { claim, removeClaimed } from './claims';
import { runCommand, type RunCommand } from './command';
import { dpkg, machineArchitecture, packageOwner, packageState } from './dpkg';
import { lockLaboratory, type LaboratoryLock } from './laboratory-lock';
import type { PackageContents } from './package-contents';
import { cleaningUp, reloadUnits } from './packages/removal';
import { describePackage, standInPackageNames, type StandIn } from './stand-in';

export type Availability = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export type InstallOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `foreign-package`, `foreign-files`: something that is not ours is on this computer, so nothing was touched. */
      readonly reason: 'needs-root' | 'not-built-here' | 'foreign-package' | 'foreign-files' | 'dpkg-failed';
      readonly detail: string;
    };

export interface CleanUp {
  readonly purged: readonly string[];
  readonly removed: readonly string[];
}

export interface LinuxLabOptions {
  /** Where packages, claims and notes lie. Tests that use the computer at the same time must agree on it. */
  readonly workFolder?: string;
  readonly lockWaitSeconds?: number;
  readonly run?: RunCommand;
}

/**
 * Installs stand-ins for Kaspersky's Linux products with this computer's real dpkg, and takes everything off again.
 *
 * One test file at a time: `open` waits for the others, and first cleans up after a run that was killed. It refuses whatever it did not
 * make itself, so it is harmless on a computer with a real Kaspersky product. It never kills a process.
 *
 * @example
 * const lab = await LinuxLab.open();
 * lab.setUp({ standIn: 'kesl', control: { mode: 'expired' } }, { standIn: 'kesl-gui' });
 * // … run the program under test …
 * await lab.close();
 */
export class LinuxLab {
  static available(): Availability {
    if (process.platform !== 'linux') return { ok: false, reason: 'the laboratory needs Linux' };
    if (process.getuid?.() !== 0) return { ok: false, reason: 'the laboratory needs root, for dpkg' };
    const missing = ['dpkg', 'dpkg-deb', 'flock'].find((tool) => runCommand(tool, ['--version']).exitCode !== 0);
    return missing === undefined ? { ok: true } : { ok: false, reason: `the laboratory needs ${missing}` };
  }

  /** Waits for the laboratory and cleans what an earlier run left. Throws when it is not available or stays taken. */
  static async open(options: LinuxLabOptions = {}): Promise<LinuxLab> {
    const available = LinuxLab.available();
    if (!available.ok) throw new Error(available.reason);
    const workFolder = ownFolder(options.workFolder ?? join(tmpdir(), 'offramp-linux-lab'));
    const lock = await lockLaboratory(workFolder, options.lockWaitSeconds ?? 120);
    const lab = new LinuxLab(workFolder, lock, options.run ?? runCommand);
    lab.cleanUp();
    return lab;
  }

  readonly #built = new Map<string, PackageContents>();

  private constructor(
    readonly workFolder: string,
    private readonly lock: LaboratoryLock,
    private readonly run: RunCommand,
  ) {}

  /** Builds the stand-in's `.deb` and returns its path; what was built before, in any run, is not built again. */
  build(spec: StandIn): string {
    const contents = describePackage(spec, this.#callsFile);
    const path = buildDeb(contents, machineArchitecture(this.run), join(this.workFolder, 'packages'), this.run);
    this.#built.set(path, contents);
    return path;
  }

  /** `dpkg -i` of packages this laboratory built, all in one call. */
  install(paths: readonly string[]): InstallOutcome {
    if (process.getuid?.() !== 0) return { ok: false, reason: 'needs-root', detail: 'only root may install packages' };
    const contents: PackageContents[] = [];
    for (const path of paths) {
      const known = this.#built.get(path);
      if (known === undefined) return { ok: false, reason: 'not-built-here', detail: path };
      contents.push(known);
    }
    const foreign = contents.find(({ name }) => packageOwner(name, this.run) === 'foreign');
    if (foreign) return { ok: false, reason: 'foreign-package', detail: `${foreign.name} is installed and not ours` };
    const file = contents.flatMap((each) => this.#foreignFiles(each))[0];
    if (file !== undefined) return { ok: false, reason: 'foreign-files', detail: file };
    const claimed = claim(
      contents.flatMap(({ roots }) => roots),
      this.workFolder,
    );
    if (claimed.foreign !== null) return { ok: false, reason: 'foreign-files', detail: claimed.foreign };
    const result = dpkg(['--install', ...paths], this.run);
    return result.exitCode === 0 ? { ok: true } : { ok: false, reason: 'dpkg-failed', detail: result.stderr.trim() };
  }

  /** Builds and installs, and throws when that does not work out: the short way for tests. */
  setUp(...specs: readonly StandIn[]): void {
    const outcome = this.install(specs.map((spec) => this.build(spec)));
    if (!outcome.ok) throw new Error(`${outcome.reason}: ${outcome.detail}`);
  }

  /** dpkg's short state: `ii`, `rc`, `pi`, `pF`, …, or `gone` (see `packageState`). */
  state(name: string): string {
    return packageState(name, this.run);
  }

  /** Every question the stand-in programs were asked since `open` or the last `cleanUp`, `kesl-control --app-info` and so on. */
  calls(): readonly string[] {
    if (!exists(this.#callsFile)) return [];
    return readFileSync(this.#callsFile, 'utf8').split('\n').filter(Boolean);
  }

  /**
   * Purges every package of ours, in whatever state, and removes what they created and nothing else. Safe to call at any time and twice.
   * Throws when dpkg could not purge.
   */
  cleanUp(): CleanUp {
    const purged = standInPackageNames.filter((name) => packageOwner(name, this.run) === 'laboratory');
    if (purged.length > 0) {
      const result = dpkg(['--purge', '--force-all', ...purged], this.run, cleaningUp);
      const left = purged.filter((name) => this.state(name) !== 'gone');
      if (left.length > 0) throw new Error(`dpkg could not purge ${left.join(', ')}: ${result.stderr}`);
    }
    const removed = removeClaimed(this.workFolder);
    if (purged.length + removed.length > 0) this.run('sh', ['-c', reloadUnits]);
    rmSync(this.#callsFile, { force: true });
    return { purged, removed };
  }

  /**
   * Cleans up when this process ends without `close`: by its own exit, by Ctrl-C, by TERM. After a KILL nothing can run; then the next
   * `open` cleans.
   */
  cleanUpOnExit(): void {
    process.on('exit', this.#onExit);
    for (const signal of deadlySignals) process.on(signal, this.#onSignal);
  }

  /** Cleans up and lets the next one in. */
  async close(): Promise<void> {
    this.#forgetExit();
    try {
      this.cleanUp();
    } finally {
      await this.lock.release();
    }
  }

  readonly #onExit = (): void => void this.cleanUp();

  readonly #onSignal = (signal: NodeJS.Signals): void => {
    this.#forgetExit();
    this.cleanUp();
    process.kill(process.pid, signal);
  };

  /** Once let go, the computer may be another test's: this process must not clean any more. */
  #forgetExit(): void {
    process.off('exit', this.#onExit);
    for (const signal of deadlySignals) process.off(signal, this.#onSignal);
  }

  get #callsFile(): string {
    return join(this.workFolder, 'calls.log');
  }

  /** Files dpkg would overwrite without a word, because no package owns them. */
  #foreignFiles({ name, files }: PackageContents): readonly string[] {
    if (packageOwner(name, this.run) === 'laboratory') return [];
    return files.map(({ path }) => path).filter(exists);
  }
}

const deadlySignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Others can write in the system's temporary folder: only a real folder of our own, closed to others, is trusted with claims. */
function ownFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const facts = lstatSync(path);
  const isOurs = facts.isDirectory() && facts.uid === process.getuid?.() && (facts.mode & 0o022) === 0;
  if (!isOurs) throw new Error(`${path} is not a folder that only this user can write`);
  return path;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
