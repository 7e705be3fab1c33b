/** A FILETIME (units of 100 ns since 1601-01-01 UTC) as ISO 8601 in UTC, cut to milliseconds. */
export function isoFromFileTime(fileTime: bigint): string {
  return new Date(Number(fileTime / 10_000n - millisecondsFrom1601To1970)).toISOString();
}

const millisecondsFrom1601To1970 = 11_644_473_600_000n;
