import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { CertificatePlace } from '../../../src/main/platform/windows/native/certificates';
import { openNative, type WindowsNative } from '../../../src/main/platform/windows/native/open-native';
import type { Reading } from '../../../src/main/platform/windows/native/reading';
import type {
  RegistryRoot,
  RegistryTree,
  RegistryView,
  TreeLimits,
} from '../../../src/main/platform/windows/native/registry-shapes';

/** What a test may ask of the native layer; runs inside the laboratory's Windows. */
export type ProbeRequest =
  | {
      readonly ask: 'key' | 'last-write';
      readonly root: RegistryRoot;
      readonly path: string;
      readonly view: RegistryView;
    }
  | TreeRequest
  | {
      readonly ask: 'services' | 'system' | 'processes' | 'folders' | 'installer' | 'surroundings' | 'antivirus-health';
    }
  | { readonly ask: 'file-security'; readonly path: string }
  | { readonly ask: 'hive'; readonly file: string; readonly path: string }
  | { readonly ask: 'bytes'; readonly path: string; readonly name: string }
  | { readonly ask: 'certificates'; readonly place: CertificatePlace; readonly store: string };

interface TreeRequest {
  readonly ask: 'tree' | 'race';
  readonly root: RegistryRoot;
  readonly path: string;
  readonly view: RegistryView;
  readonly limits: TreeLimits;
}

/** Milliseconds of reading a tree in several ways, in turns: all values, only those in `limits.only`, and `reg query /s`. */
export interface Race {
  readonly keys: number;
  readonly allMs: readonly number[];
  readonly onlyMs: readonly number[];
  readonly regToFileMs: readonly number[];
  readonly regToPipeMs: readonly number[];
}

const native = openNative();
const requests = JSON.parse(process.argv[2] ?? '[]') as readonly ProbeRequest[];
const answers = 'unavailable' in native ? native : requests.map((request) => answer(native, request));
process.stdout.write(JSON.stringify(answers));

function answer(native: WindowsNative, request: ProbeRequest): unknown {
  const { registry, services, processes, certificates, system, installer, hives, files, surroundings } = native;
  switch (request.ask) {
    case 'key':
      return registry.readKey(request.root, request.path, request.view);
    case 'last-write':
      return registry.lastWriteTime(request.root, request.path, request.view);
    case 'tree':
      return registry.readTree(request.root, request.path, request.view, request.limits);
    case 'race':
      return race(registry, request);
    case 'services':
      return services.list();
    case 'processes':
      return processes.list();
    case 'certificates':
      return certificates.list(request.place, request.store);
    case 'system':
      return system.read();
    case 'folders':
      return native.folders;
    case 'installer':
      return installer.list();
    case 'antivirus-health':
      return native.securityCenter.antivirusHealth();
    case 'file-security':
      return files.read(request.path);
    case 'hive':
      return hives.readTree(request.file, request.path, request.path, 64, { depth: 1, maxKeys: 100 });
    case 'bytes': {
      const bytes = registry.readBytes('HKLM', request.path, 64, request.name);
      return bytes.status === 'ok' ? bytes.value.toString('hex') : bytes;
    }
    case 'surroundings':
      return {
        remote: surroundings.isRemoteSession(),
        safeMode: surroundings.isSafeMode(),
        power: surroundings.power(),
        mutexes: ['Local\\Nobody holds this', 'Global\\Nobody\\holds\\this'].map((name) =>
          surroundings.mutexExists(name),
        ),
        fixed: ['C:\\', 'Q:\\', '\\\\elsewhere\\share\\'].map((root) => files.isFixedDrive(root)),
      };
  }
}

function race(registry: WindowsNative['registry'], { root, path, view, limits }: TreeRequest): Race {
  const times = {
    allMs: [] as number[],
    onlyMs: [] as number[],
    regToFileMs: [] as number[],
    regToPipeMs: [] as number[],
  };
  const { only: _only, ...all } = limits;
  const query = ['query', `${root}\\${path}`, '/s', `/reg:${view}`];
  let keys = 0;
  for (let turn = 0; turn < 3; turn++) {
    times.allMs.push(timed(() => (keys = keysIn(registry.readTree(root, path, view, all)))));
    times.onlyMs.push(timed(() => keysIn(registry.readTree(root, path, view, limits))));
    times.regToFileMs.push(timed(() => regToFile(query)));
  }
  times.regToPipeMs.push(timed(() => regToPipe(query)));
  return { keys, ...times };
}

function keysIn(tree: Reading<RegistryTree>): number {
  if (tree.status !== 'ok') throw new Error(`the tree was ${tree.status}`);
  return tree.value.keys.length;
}

/** The quickest that reg.exe can be: nobody reads what it says. */
function regToFile(query: readonly string[]): void {
  const output = openSync('C:\\offramp-lab\\reg-output.txt', 'w');
  const { status } = spawnSync('reg.exe', query, { stdio: ['ignore', output, 'ignore'] });
  closeSync(output);
  if (status !== 0) throw new Error(`reg query ended with ${status}`);
}

/** As a program that wants to know the answer calls it. */
function regToPipe(query: readonly string[]): void {
  const { status, stdout } = spawnSync('reg.exe', query, { maxBuffer: 2 ** 28 });
  if (status !== 0 || stdout.length === 0) throw new Error(`reg query ended with ${status}`);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
