import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { ok, type Answer } from '../../core/machine/answer';
import type { MachineDescription } from '../../core/machine/shapes';
import { at, type LinuxTools } from './linux-tools';

/** Which computer this is. The id is `unknown` when the computer has none that every user may read alike. */
export function readDescription(tools: LinuxTools): Answer<MachineDescription> {
  return ok({
    id: machineId(tools),
    platform: 'linux',
    os: osName(tools),
    build: text(tools, '/proc/sys/kernel/osrelease') ?? 'unknown',
    arch: tools.arch,
    role: role(tools),
  });
}

/**
 * The system's own id must not be shown as it is (machine-id(5) asks for a keyed hash), so it is salted and hashed. The hardware's
 * number stands in when there is none; only root may read it, which is said by `unknown` for others.
 */
function machineId(tools: LinuxTools): string {
  const ids = ['/etc/machine-id', '/var/lib/dbus/machine-id', '/sys/class/dmi/id/product_uuid'].map((path) =>
    text(tools, path),
  );
  const id = ids.find(
    (candidate) => candidate !== null && /^[0-9a-f-]{32,36}$/i.test(candidate) && !/^[0-]+$/.test(candidate),
  );
  return id == null
    ? 'unknown'
    : createHash('sha256').update(`offramp machine id 1\n${id.toLowerCase()}`).digest('hex').slice(0, 32);
}

function osName(tools: LinuxTools): string {
  const release = text(tools, '/etc/os-release') ?? text(tools, '/usr/lib/os-release') ?? '';
  return /^PRETTY_NAME=(["']?)(.+)\1$/m.exec(release)?.[2]?.trim() ?? 'Linux';
}

/**
 * A workstation starts into a graphical target and has something graphical to start: a display manager or a session. Debian's default
 * target is graphical even where nothing graphical is installed, so the target alone says little.
 */
function role(tools: LinuxTools): MachineDescription['role'] {
  const target = defaultTargets.map((path) => linkTarget(at(tools, path))).find((name) => name !== null) ?? '';
  const hasDesktop =
    linkTarget(at(tools, '/etc/systemd/system/display-manager.service')) !== null ||
    ['/usr/share/xsessions', '/usr/share/wayland-sessions'].some((path) => hasEntries(at(tools, path)));
  return hasDesktop && target.startsWith('graphical') ? 'workstation' : 'server';
}

const defaultTargets = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'].map(
  (f) => `${f}/default.target`,
);

function text(tools: LinuxTools, path: string): string | null {
  try {
    return readFileSync(at(tools, path), 'utf8').trim();
  } catch {
    return null;
  }
}

function linkTarget(path: string): string | null {
  try {
    return basename(readlinkSync(path));
  } catch {
    return null;
  }
}

const hasEntries = (path: string): boolean => existsSync(path) && readdirSync(path).length > 0;
