import { createHash } from 'node:crypto';
import { ok, type Answer } from '../../core/machine/answer';
import type { MachineDescription } from '../../core/machine/shapes';
import { at, type MacTools } from './mac-tools';
import { textIn } from './plist/fields';
import { readPlist } from './plist/read-plist';

/** Which Mac this is. The id is `unknown` when the hardware does not tell its own. */
export async function readDescription(tools: MacTools, timeLimitMs: number): Promise<Answer<MachineDescription>> {
  const [version, id] = await Promise.all([
    readPlist(tools, '/System/Library/CoreServices/SystemVersion.plist'),
    machineId(tools, timeLimitMs),
  ]);
  const text = (name: string): string | null => (version.status === 'ok' ? textIn(version.value, name) : null);
  const number = text('ProductUserVisibleVersion') ?? text('ProductVersion');
  return ok({
    id,
    platform: 'macos',
    os: [text('ProductName') ?? 'macOS', ...(number === null ? [] : [number])].join(' '),
    build: text('ProductBuildVersion') ?? 'unknown',
    arch: tools.arch,
    role: 'workstation',
  });
}

/**
 * The hardware's own id has 122 random bits, so a salted hash of it cannot be turned back. No file that everybody may read holds one: addresses
 * of network cards do, and they are few enough to be tried out.
 */
async function machineId(tools: MacTools, timeLimitMs: number): Promise<string> {
  const asked = await tools.runQuery({
    program: at(tools, '/usr/sbin/ioreg'),
    arguments: ['-rd1', '-c', 'IOPlatformExpertDevice'],
    timeLimitMs,
  });
  const output = asked.kind === 'ended' ? asked.output : '';
  const id = /"IOPlatformUUID" = "([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})"/i.exec(output)?.[1];
  return id === undefined || /^[0-]+$/.test(id)
    ? 'unknown'
    : createHash('sha256').update(`offramp machine id 1\n${id.toLowerCase()}`).digest('hex').slice(0, 32);
}
