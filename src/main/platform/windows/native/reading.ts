/**
 * What one native call gives: a value, or why there is none. Windows error codes are values here and never exceptions,
 * because a denied or vanished key is an ordinary answer on a real computer.
 */
export type Reading<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'absent' }
  | { readonly status: 'denied'; readonly call: string; readonly code: number }
  | { readonly status: 'failed'; readonly call: string; readonly code: number };

/** A reading without a value. */
export type NoReading = Exclude<Reading<never>, { status: 'ok' }>;

export const read = <T>(value: T): Reading<T> => ({ status: 'ok', value });

/**
 * Sorts a Windows error code into absent, denied or failed. `call` is the API function that gave it, kept as evidence.
 * A key or service that was deleted while we looked counts as absent: it is no longer there.
 */
export function notRead(call: string, code: number): NoReading {
  if (absentCodes.has(code)) return { status: 'absent' };
  if (deniedCodes.has(code)) return { status: 'denied', call, code };
  return { status: 'failed', call, code };
}

/** ERROR_FILE_NOT_FOUND, _PATH_NOT_FOUND, _KEY_DELETED, _SERVICE_DOES_NOT_EXIST, _SERVICE_MARKED_FOR_DELETE. */
const absentCodes: ReadonlySet<number> = new Set([2, 3, 1018, 1060, 1072]);

/** ERROR_ACCESS_DENIED, ERROR_PRIVILEGE_NOT_HELD. */
const deniedCodes: ReadonlySet<number> = new Set([5, 1314]);
