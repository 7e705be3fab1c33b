import { existsSync } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { ProtectionProduct } from '../../core/machine/shapes';
import { clamAvProtection } from './clamav-protection';
import { textOf } from './find-units';
import { at, type LinuxTools } from './linux-tools';
import { parseUnit, programIn } from './parse-unit';
import type { SeenProcesses } from './see-processes';

/**
 * What protects this computer, other than Kaspersky's own. Linux has no list of protection products, so these are the few we know by their units;
 * an empty list is a normal state. `on` is said only where real-time scanning itself is proven.
 */
export function readProtection(tools: LinuxTools, seen: Answer<SeenProcesses>): Answer<ProtectionProduct[]> {
  // Without the processes every "off" would be a guess.
  if (seen.status !== 'ok') return unanswered('failed', `processes: ${seen.reason}`);
  return ok([
    ...clamAvProtection(tools, seen.value),
    ...knownUnits.flatMap((known) => unitProtection(tools, seen.value, known)),
  ]);
}

interface KnownUnit {
  readonly name: string;
  readonly unit: string;
}

/** A service that runs says nothing of its real-time part, which the product can have switched off: that stays unknown. */
function unitProtection(
  tools: LinuxTools,
  seen: SeenProcesses,
  { name, unit }: KnownUnit,
): readonly ProtectionProduct[] {
  const path = unitPlaces.map((folder) => `${folder}/${unit}.service`).find((file) => existsSync(at(tools, file)));
  const runs = seen.processes.some((process) => process.unit === unit);
  if (path === undefined && !runs) return [];
  const command = path === undefined ? null : parseUnit(textOf(tools, path) ?? '').execStart;
  const program = command === null ? null : programIn(command);
  const isGone = !runs && program !== null && program.startsWith('/') && !existsSync(at(tools, program));
  return [
    {
      name,
      state: !runs && (seen.all || isGone) ? 'off' : 'unknown',
      definitions: 'unknown',
      ghost: isGone,
      seenBy: `${unit}.service ${runs ? 'has processes' : isGone ? 'starts a program that is not there' : 'has no process'}`,
    },
  ];
}

/**
 * Dr.Web, ESET and older Sophos: C-EDRLIST; the others from the list of alternatives, at medium confidence. One source each, so they may
 * inform a person and never decide. Seen 2026-11-23.
 */
const knownUnits: readonly KnownUnit[] = [
  { name: 'Dr.Web', unit: 'drweb-configd' },
  { name: 'ESET Endpoint Antivirus', unit: 'eea' },
  { name: 'Sophos Anti-Virus', unit: 'sav-protect' },
  { name: 'Sophos Protection for Linux', unit: 'sophos-spl' },
  { name: 'Microsoft Defender for Endpoint', unit: 'mdatp' },
  { name: 'CrowdStrike Falcon', unit: 'falcon-sensor' },
];

const unitPlaces = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];
