/** How the vendor writes times and licences into the registry. Anything that is not of the known form is null, never a guess. */

/** Seconds since 1970 (G1, G4, seen 2026-11-23), as ISO 8601 in UTC. */
export const dateOfUnixTime = (seconds: number | null): string | null =>
  seconds === null || seconds <= 0 || seconds > latestSeconds ? null : new Date(seconds * 1000).toISOString();

/** A FILETIME in UTC (G33, seen 2026-11-23), as decimal text (REG_QWORD) or as eight bytes in hex, lowest first (REG_BINARY). */
export function dateOfFileTime(text: string | null): string | null {
  const ticks = ticksIn(text ?? '');
  return ticks === null ? null : dateOfUnixTime(Number(ticks / 10_000_000n - secondsBefore1970));
}

/** The days left in the address that version 21.3 opens to renew a licence (G31, seen 2026-11-23). */
export function daysInSubscriptionAddress(address: string | null): number | null {
  const days = /[?&]act-lic-daystillexpiration=(-?\d{1,5})(&|$)/i.exec(address ?? '')?.[1];
  return days === undefined ? null : Number(days);
}

/** A DWORD that counts down past zero comes back as a huge number. */
export const signed = (dword: number | null): number | null =>
  dword === null ? null : dword > 0x7fff_ffff ? dword - 0x1_0000_0000 : dword;

/** The end of 2099. */
const latestSeconds = 4_102_444_800;

/** From 1601, where FILETIME begins, to 1970. */
const secondsBefore1970 = 11_644_473_600n;

function ticksIn(text: string): bigint | null {
  if (/^\d{17,19}$/.test(text)) return BigInt(text);
  if (!/^[0-9a-f]{16}$/i.test(text)) return null;
  const bytes = text.match(/../g) ?? [];
  return BigInt(`0x${bytes.reverse().join('')}`);
}
