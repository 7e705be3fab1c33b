import type { PlainCommand } from '../elevation/plain-command';
import { dayMs, requireRun, type ResumeRequest } from './resume-request';

/** The same, as systemd keeps it: unit files, and the link by which one of them is wanted. */
export interface LinuxResume {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly link: { readonly path: string; readonly target: string };
  /** To be started at once: the timer. Null for what begins with the next start. */
  readonly startsNow: string | null;
}

/**
 * A service of the system runs the command once and takes its own files away when the command has come to its end, whatever that was; after
 * a power cut it is still there. The look after a day is begun by a timer, which makes up for the time the computer was off.
 * Throws for a run or a program that is none of ours.
 */
export function linuxResume({ run, command, when }: ResumeRequest, now: Date): LinuxResume {
  requireRun(run);
  const name = unitName(run, when);
  const service = { path: `${units}/${name}.service`, text: '' };
  if (when === 'next-start') {
    const link = { path: `${units}/multi-user.target.wants/${name}.service`, target: service.path };
    const text = serviceText(`Offramp goes on with run ${run}`, command, [link.path, service.path]);
    return { files: [{ ...service, text: `${text}\n[Install]\nWantedBy=multi-user.target\n` }], link, startsNow: null };
  }
  const timer = { path: `${units}/${name}.timer`, text: timerText(run, new Date(now.getTime() + dayMs)) };
  const link = { path: `${units}/timers.target.wants/${name}.timer`, target: timer.path };
  const stamp = `/var/lib/systemd/timers/stamp-${name}.timer`;
  const text = serviceText(`Offramp looks again after run ${run}`, command, [
    link.path,
    timer.path,
    service.path,
    stamp,
  ]);
  return { files: [{ ...service, text }, timer], link, startsNow: `${name}.timer` };
}

/** All that may be kept for a run, by what it is for. */
export const unitName = (run: string, when: ResumeRequest['when']): string =>
  `offramp-${when === 'next-start' ? 'resume' : 'look-again'}-${run}`;

/**
 * After the start is through, so that nobody waits for it. What the command started is never ended with it: half a removal is worse than a late
 * one. Cut off by a shutdown it has not come to its end, and stays.
 */
function serviceText(description: string, command: PlainCommand, ownFiles: readonly string[]): string {
  if (!/^\/[^$\n]*$/.test(command.program)) throw new Error(`not an absolute path: ${command.program}`);
  const words = [command.program, ...command.arguments].map(unitWord).join(' ');
  const away = `test "$$EXIT_CODE" != exited || rm -f -- ${ownFiles.join(' ')}`;
  return `[Unit]
Description=${description}
After=multi-user.target

[Service]
Type=oneshot
ExecStart=${words}
ExecStopPost=/bin/sh -c '${away}'
KillMode=process
TimeoutStartSec=infinity
`;
}

function timerText(run: string, at: Date): string {
  return `[Unit]
Description=A day after run ${run} of Offramp

[Timer]
OnCalendar=${at.toISOString().slice(0, 19).replace('T', ' ')} UTC
Persistent=true

[Install]
WantedBy=timers.target
`;
}

/** One word of a command line in a unit file, in which `%`, `$`, quotes and backslashes mean something (systemd.service(5)). */
function unitWord(word: string): string {
  if (/[\n\r\0]/.test(word)) throw new Error('a line break in a command');
  const plain = word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return `"${plain}"`;
}

const units = '/etc/systemd/system';
