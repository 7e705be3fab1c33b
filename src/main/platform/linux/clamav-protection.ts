import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { ProtectionProduct } from '../../core/machine/shapes';
import { textOf } from './find-units';
import { at, type LinuxTools } from './linux-tools';
import type { SeenProcesses } from './see-processes';

/**
 * ClamAV protects in real time only while both `clamd` and `clamonacc` run and the settings name what is watched and that access is
 * prevented; without that it scans when asked (C-CLAMDOC, section 6 of the Linux facts, seen 2026-11-23).
 */
export function clamAvProtection(tools: LinuxTools, seen: SeenProcesses): readonly ProtectionProduct[] {
  const runs = (names: readonly string[], units: readonly string[]): boolean =>
    seen.processes.some(
      ({ executable, unit, name }) =>
        (executable !== null &&
          names.some((program) => executable.endsWith(`bin/${program}`) && isSystems(executable))) ||
        // Others' programs are hidden from ordinary users, but not the unit they run in.
        (executable === null && unit !== null && units.includes(unit) && names.includes(name)),
    );
  const isInstalled = ['/usr/sbin/clamd', '/usr/bin/clamscan', '/usr/sbin/clamonacc', '/usr/bin/clamonacc'].some(
    (path) => existsSync(at(tools, path)),
  );
  const daemon = runs(['clamd'], ['clamav-daemon', 'clamd@scan']);
  const watcher = runs(['clamonacc'], ['clamav-clamonacc', 'clamonacc']);
  if (!isInstalled && !daemon) return [];
  const settings = settingsPaths.map((path) => textOf(tools, path)).find((text) => text !== null) ?? '';
  const watches = /^\s*OnAccess(IncludePath|MountPath)\s+\S/m.test(settings);
  const prevents = /^\s*OnAccessPrevention\s+(yes|true|1)\s*$/im.test(settings);
  const isOn = daemon && watcher && watches && prevents;
  const facts = [
    `clamd ${daemon ? 'runs' : 'does not run'}`,
    `clamonacc ${watcher ? 'runs' : 'does not run'}`,
    `OnAccess settings ${watches && prevents ? 'prevent' : 'do not prevent'}`,
  ];
  return [
    {
      name: 'ClamAV',
      state: isOn ? 'on' : seen.all || (daemon && watcher) ? 'off' : 'unknown',
      definitions: definitionsState(tools),
      ghost: false,
      seenBy: facts.join(', '),
    },
  ];
}

const isSystems = (path: string): boolean => /^\/(usr\/)?s?bin\/[^/]+$/.test(path);

/** By the date in the head of the daily database: `ClamAV-VDB:20 Nov 2026 09-43 +0000:…`. */
function definitionsState(tools: LinuxTools): ProtectionProduct['definitions'] {
  const dates = ['daily.cld', 'daily.cvd'].flatMap((name) => {
    const parts = /^ClamAV-VDB:(\d{1,2} \w{3} \d{4}) (\d{2})-(\d{2}) ([+-]\d{4}):/.exec(
      headOf(at(tools, `/var/lib/clamav/${name}`)),
    );
    const time = parts === null ? Number.NaN : Date.parse(`${parts[1]} ${parts[2]}:${parts[3]} ${parts[4]}`);
    return Number.isNaN(time) ? [] : [time];
  });
  if (dates.length === 0) return 'unknown';
  return tools.now().getTime() - Math.max(...dates) <= currentForMs ? 'current' : 'old';
}

function headOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(128);
      return head.toString('latin1', 0, readSync(file, head, 0, head.length, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

/** Freshclam looks several times a day; a week without anything new means that it does not run. */
const currentForMs = 7 * 24 * 60 * 60 * 1000;

const settingsPaths = ['/etc/clamav/clamd.conf', '/etc/clamd.d/scan.conf', '/etc/clamd.conf'];
