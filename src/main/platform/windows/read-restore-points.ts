import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { RestorePoint } from '../../core/machine/condition-shapes';
import { askPowerShell } from './ask-powershell';
import type { WindowsNative } from './native/open-native';
import { isElevated } from './read-privilege';
import { isServer } from './windows-role';

/** The restore points Windows has, by its documented cmdlet, which answers administrators only. Servers keep none. */
export async function readRestorePoints(native: WindowsNative, timeLimitMs: number): Promise<Answer<RestorePoint[]>> {
  if (isServer(native)) return unanswered('not-applicable', 'servers keep no restore points');
  if (!isElevated(native)) return unanswered('denied', 'administrators only');
  const said = await askPowerShell(native.folders, script, timeLimitMs);
  return said.status === 'ok' ? restorePointsIn(said.value) : said;
}

/** `;` after the JSON tells an empty list from a PowerShell that said nothing at all. */
const script =
  "$ErrorActionPreference='Stop'; $p = @(Get-ComputerRestorePoint | Select-Object SequenceNumber,Description,CreationTime);" +
  " ConvertTo-Json -InputObject $p -Compress; ';'";

/** Reads what the script prints. Points without a number or a time are passed over. */
export function restorePointsIn(said: string): Answer<RestorePoint[]> {
  const text = /^\s*(\[.*\])\s*;\s*$/s.exec(said)?.[1];
  if (text === undefined) return unanswered('failed', 'PowerShell said nothing that could be understood');
  let listed: unknown;
  try {
    listed = JSON.parse(text);
  } catch {
    return unanswered('failed', 'PowerShell said nothing that could be understood');
  }
  if (!Array.isArray(listed)) return unanswered('failed', 'PowerShell gave no list');
  return ok(
    listed.flatMap((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return [];
      const { SequenceNumber: number, Description: description, CreationTime: time } = entry as Record<string, unknown>;
      const madeAt = typeof time === 'string' ? momentIn(time) : null;
      if (typeof number !== 'number' || !Number.isInteger(number) || madeAt === null) return [];
      return [{ number, description: typeof description === 'string' ? description : '', madeAt }];
    }),
  );
}

/** WMI's date: `20261125213000.123456-000`, the end being minutes from UTC. */
export function momentIn(text: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{3})\d{3}([+-]\d{3})$/.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0, offset = 0] = parts
    .slice(1)
    .map(Number);
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms) - offset * 60_000);
  return moment.getUTCFullYear() >= 1990 ? moment.toISOString() : null;
}
