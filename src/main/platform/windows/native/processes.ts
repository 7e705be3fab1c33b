import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

/** One running program. `executable` is null where it may not be asked: system processes, and a security product's own. */
export interface WindowsProcess {
  readonly pid: number;
  readonly name: string;
  readonly executable: string | null;
}

/** Reads only: processes are opened with the one right that protected processes grant too, to tell their image. */
export interface NativeProcesses {
  list(): Reading<readonly WindowsProcess[]>;
}

export function bindProcesses(koffi: Koffi): NativeProcesses {
  const kernel = koffi.load('kernel32.dll');
  const bind = (definition: string) => kernel.func(definition) as (...given: readonly unknown[]) => number;
  const lastError = bind('uint32_t __stdcall GetLastError()');
  const close = bind('int __stdcall CloseHandle(intptr_t handle)');
  const snapshot = bind('intptr_t __stdcall CreateToolhelp32Snapshot(uint32_t what, uint32_t pid)');
  const first = bind('int __stdcall Process32FirstW(intptr_t snapshot, void *entry)');
  const next = bind('int __stdcall Process32NextW(intptr_t snapshot, void *entry)');
  const open = bind('intptr_t __stdcall OpenProcess(uint32_t access, int inherit, uint32_t pid)');
  const imageName = bind(
    'int __stdcall QueryFullProcessImageNameW(intptr_t process, uint32_t form, void *name, void *len)',
  );

  return { list };

  function list(): Reading<readonly WindowsProcess[]> {
    const handle = snapshot(allProcesses, 0);
    if (handle === invalidHandle) return notRead('CreateToolhelp32Snapshot', lastError());
    try {
      const entry = Buffer.alloc(entryBytes);
      entry.writeUInt32LE(entryBytes, 0);
      const found: WindowsProcess[] = [];
      for (let more = first(handle, entry); more !== 0; more = next(handle, entry)) found.push(processIn(entry));
      const ended = lastError();
      return ended === noMoreFiles ? read(found) : notRead('Process32NextW', ended);
    } finally {
      close(handle);
    }
  }

  /** PROCESSENTRY32W with 64-bit pointers. */
  function processIn(entry: Buffer): WindowsProcess {
    const name = entry.toString('utf16le', 44, 44 + 260 * 2);
    const pid = entry.readUInt32LE(8);
    return { pid, name: name.slice(0, name.indexOf('\0')), executable: executableOf(pid) };
  }

  function executableOf(pid: number): string | null {
    const opened = open(queryLimitedInformation, 0, pid);
    if (opened === 0) return null;
    try {
      const path = Buffer.alloc(longestPath * 2);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(longestPath, 0);
      return imageName(opened, 0, path, length) === 0 ? null : path.toString('utf16le', 0, length.readUInt32LE(0) * 2);
    } finally {
      close(opened);
    }
  }
}

const allProcesses = 0x2;
const invalidHandle = -1;
const noMoreFiles = 18;
const entryBytes = 568;
const queryLimitedInformation = 0x1000;
const longestPath = 4096;
