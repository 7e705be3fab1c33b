import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

/** A program and everything it starts, followed to the last of them. */
export interface ProcessTree {
  readonly pid: number;
  /** The program's own exit code, or null while it runs. What it started may run on. */
  exitCode(): number | null;
  /** The processes of the tree that run now; null when Windows does not say. */
  members(): readonly number[] | null;
  /** Lets go of the handles. Ends nothing: the tree goes on by itself. */
  close(): void;
}

export interface StartRequest {
  /** Absolute. */
  readonly program: string;
  readonly commandLine: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

export type StartProcessTree = (request: StartRequest) => Reading<ProcessTree>;

/**
 * Starts a program inside a job of its own, which Windows keeps for everything that the program starts: an uninstaller often copies
 * itself elsewhere, starts the copy and returns at once. The job ends nothing, also not when we end.
 */
export function bindProcessTree(koffi: Koffi): StartProcessTree {
  const kernel = koffi.load('kernel32.dll');
  const bind = <R = number>(definition: string) => kernel.func(definition) as (...given: readonly unknown[]) => R;
  const lastError = bind('uint32_t __stdcall GetLastError()');
  const close = bind('int __stdcall CloseHandle(uintptr_t handle)');
  const create = bind(
    'int __stdcall CreateProcessW(str16 program, void *line, void *process, void *thread, int inherit, uint32_t flags,' +
      ' void *environment, str16 folder, void *start, void *made)',
  );
  const createJob = bind<bigint | number>('uintptr_t __stdcall CreateJobObjectW(void *attributes, str16 name)');
  const assign = bind('int __stdcall AssignProcessToJobObject(uintptr_t job, uintptr_t process)');
  const resume = bind('int32_t __stdcall ResumeThread(uintptr_t thread)');
  const discard = bind('int __stdcall TerminateProcess(uintptr_t process, uint32_t code)');
  const wait = bind('uint32_t __stdcall WaitForSingleObject(uintptr_t handle, uint32_t ms)');
  const exitCode = bind('int __stdcall GetExitCodeProcess(uintptr_t process, void *code)');
  const query = bind(
    'int __stdcall QueryInformationJobObject(uintptr_t job, int what, void *into, uint32_t size, void *needed)',
  );

  return ({ program, commandLine, folder, environment }) => {
    const job = BigInt(createJob(null, null));
    if (job === 0n) return notRead('CreateJobObjectW', lastError());
    const start = Buffer.alloc(startupInfoBytes);
    start.writeUInt32LE(startupInfoBytes, 0);
    const made = Buffer.alloc(24);
    const line = Buffer.from(`${commandLine}\0`, 'utf16le');
    const flags = suspended | unicodeEnvironment;
    if (create(program, line, null, null, 0, flags, environmentBlock(environment), folder, start, made) === 0) {
      const failed = notRead('CreateProcessW', lastError());
      close(job);
      return failed;
    }
    const [process, thread] = [made.readBigUInt64LE(0), made.readBigUInt64LE(8)];
    // It has not run a single instruction yet, so nothing it starts can be outside the job, and giving up now undoes nothing.
    if (assign(job, process) === 0) {
      const failed = notRead('AssignProcessToJobObject', lastError());
      discard(process, 1);
      for (const handle of [thread, process, job]) close(handle);
      return failed;
    }
    resume(thread);
    close(thread);
    return read(treeOf(job, process, made.readUInt32LE(16)));
  };

  function treeOf(job: bigint, process: bigint, pid: number): ProcessTree {
    return {
      pid,
      exitCode: () => {
        if (wait(process, 0) !== 0) return null;
        const code = Buffer.alloc(4);
        return exitCode(process, code) === 0 ? null : code.readUInt32LE(0);
      },
      members: () => {
        const list = Buffer.alloc(8 + mostMembers * 8);
        if (query(job, processIdList, list, list.length, null) === 0) return null;
        const count = Math.min(list.readUInt32LE(4), mostMembers);
        return Array.from({ length: count }, (_, index) => Number(list.readBigUInt64LE(8 + index * 8)));
      },
      close: () => {
        close(process);
        close(job);
      },
    };
  }
}

/** `NAME=word` texts, sorted without regard to case as CreateProcess wants them, with an empty one at the end. */
function environmentBlock(environment: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(environment)
    .sort(([a], [b]) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1))
    .map(([name, word]) => `${name}=${word}\0`);
  return Buffer.from(`${lines.join('')}\0`, 'utf16le');
}

/** STARTUPINFOW with 64-bit pointers. */
const startupInfoBytes = 104;
const suspended = 0x4;
const unicodeEnvironment = 0x400;
/** JobObjectBasicProcessIdList: two counts, then the numbers. */
const processIdList = 3;
const mostMembers = 1_000;
