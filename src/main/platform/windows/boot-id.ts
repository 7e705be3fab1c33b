import { openNative, type WindowsNative } from './native/open-native';

/**
 * Tells the time between two starts of Windows from the next: when its service manager began. Unlike a computed start time it does
 * not move with the clock, and it stays the same through a fast start-up, which is no restart. Null when Windows does not say.
 */
function windowsBootId({ processes, startTimeOf, folders }: WindowsNative): string | null {
  const listed = processes.list();
  if (listed.status !== 'ok') return null;
  const manager = listed.value.find(
    ({ name, executable }) =>
      name.toLowerCase() === 'services.exe' &&
      (executable === null || executable.toLowerCase() === `${folders.system}\\services.exe`.toLowerCase()),
  );
  const began = manager === undefined ? null : startTimeOf(manager.pid);
  return began === null || began === 0n ? null : `windows-${began}`;
}

/** Of the Windows this process runs on. */
export function windowsBootIdHere(): string | null {
  const native = openNative();
  return 'unavailable' in native ? null : windowsBootId(native);
}
