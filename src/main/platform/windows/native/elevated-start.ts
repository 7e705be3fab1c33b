import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import type { SystemFolders } from './system-folders';
import { systemLibrary } from './system-library';

/** A program started through Windows' own question for administrator rights. */
export interface ElevatedProcess {
  /** Its exit code, or null while it runs. */
  exitCode(): number | null;
  close(): void;
}

export interface ElevatedRequest {
  readonly program: string;
  readonly parameters: string;
  readonly folder: string;
}

/** Asks and starts. Runs in a thread of its own: the question stays for as long as nobody answers it. `failed` with 1223: the answer was no. */
export type StartElevated = (request: ElevatedRequest) => Promise<Reading<ElevatedProcess>>;

export function bindElevatedStart(koffi: Koffi, folders: SystemFolders): StartElevated {
  const library = systemLibrary(koffi, folders, 'shell32.dll');
  const kernel = koffi.load('kernel32.dll');
  const bind = (definition: string) => kernel.func(definition) as (...given: readonly unknown[]) => number;
  const close = bind('int __stdcall CloseHandle(uintptr_t handle)');
  const wait = bind('uint32_t __stdcall WaitForSingleObject(uintptr_t handle, uint32_t ms)');
  const exitCode = bind('int __stdcall GetExitCodeProcess(uintptr_t process, void *code)');

  return async ({ program, parameters, folder }) => {
    const shell = library();
    if (shell === null) return notRead('LoadLibraryExW', 126);
    const texts = ['runas', program, parameters, folder].map((text) => Buffer.from(`${text}\0`, 'utf16le'));
    const request = Buffer.alloc(112);
    request.writeUInt32LE(request.length, 0);
    request.writeUInt32LE(keepProcess | waitForIt | noErrorWindow, 4);
    texts.forEach((text, index) => request.writeBigUInt64LE(koffi.address(text), 16 + index * 8));
    request.writeInt32LE(hidden, 48);
    const execute = shell.func('int __stdcall ShellExecuteExW(void *request)') as {
      async(request: Buffer, then: (error: Error | null, done: number) => void): void;
    };
    const done = await new Promise<number>((resolve, reject) => {
      execute.async(request, (error, result) => (error ? reject(error) : resolve(result)));
    });
    // The thread's last error is gone by now; hInstApp keeps what it was, as far as ShellExecute says it.
    if (done === 0) return notRead('ShellExecuteExW', codeIn(request));
    const process = request.readBigUInt64LE(104);
    if (process === 0n) return notRead('ShellExecuteExW', noProcess);
    return read({
      exitCode: () => {
        if (wait(process, 0) !== 0) return null;
        const code = Buffer.alloc(4);
        return exitCode(process, code) === 0 ? null : code.readUInt32LE(0);
      },
      close: () => close(process),
    });
  };
}

/** SE_ERR_ACCESSDENIED (5) is what a refused question leaves there: the same as ERROR_CANCELLED. */
function codeIn(request: Buffer): number {
  const code = Number(request.readBigUInt64LE(56));
  return code === 5 || code === 0 ? cancelled : code;
}

const cancelled = 1223;
const keepProcess = 0x40;
/** SEE_MASK_NOASYNC, SEE_MASK_FLAG_NO_UI. */
const waitForIt = 0x100;
const noErrorWindow = 0x400;
const hidden = 0;
const noProcess = 1359;
