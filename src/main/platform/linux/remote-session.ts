import { textOf } from './find-units';
import type { LinuxTools } from './linux-tools';

/**
 * Whether who runs us sits elsewhere: a removal can cut the network that this session lives on. sudo drops `SSH_CONNECTION`, so the
 * programs that started us are looked at too, up to the first one. Null when neither could be seen.
 */
export function isRemoteSession(tools: LinuxTools): boolean | null {
  if (isSet(tools.environment['SSH_CONNECTION']) || isSet(tools.environment['SSH_TTY'])) return true;
  const seen = new Set<number>();
  for (let pid = tools.processId; pid > 0 && !seen.has(pid);) {
    seen.add(pid);
    const stat = textOf(tools, `/proc/${pid}/stat`);
    // The name stands in brackets and may itself hold brackets and spaces, so the last one ends it.
    const parts = stat === null ? null : /^\d+ \((.*)\) \S (\d+)/s.exec(stat);
    if (parts === null) return null;
    if (remoteServers.has(parts[1] ?? '')) return true;
    const variables = textOf(tools, `/proc/${pid}/environ`)?.split('\0') ?? [];
    if (variables.some((variable) => /^SSH_CONNECTION=./.test(variable))) return true;
    pid = Number(parts[2]);
  }
  return false;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Programs that hand a session to somebody elsewhere. `sshd-session` is OpenSSH's own since 9.8. */
const remoteServers: ReadonlySet<string> = new Set(['sshd', 'sshd-session', 'dropbear', 'xrdp-sesman', 'mosh-server']);
