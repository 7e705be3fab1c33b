import { readdirSync, readFileSync, readlinkSync, statSync, type Stats } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Process } from '../../core/machine/shapes';
import { answerForError, errorCode } from './answer-for-error';
import { at, type LinuxTools } from './linux-tools';

/** A process with the system's unit it belongs to (`cron.service` as `cron`); null for everything a user started. */
export interface SeenProcess extends Process {
  readonly unit: string | null;
}

export interface SeenProcesses {
  readonly processes: readonly SeenProcess[];
  /** False where users see their own processes only (hidepid): then "does not run" cannot be said. */
  readonly all: boolean;
}

/** Looks at every process once. One that ends while we look is left out. */
export function seeProcesses(tools: LinuxTools): Answer<SeenProcesses> {
  try {
    const pids = readdirSync(at(tools, '/proc')).filter((name) => /^\d+$/.test(name));
    if (pids.length === 0) return unanswered('failed', '/proc is empty');
    const processes = pids
      .map(Number)
      .sort((a, b) => a - b)
      .flatMap((pid) => seeProcess(tools, pid));
    return ok({ processes, all: processes.some(({ pid }) => pid === 1) });
  } catch (error) {
    return answerForError(error);
  }
}

function seeProcess(tools: LinuxTools, pid: number): readonly SeenProcess[] {
  const folder = at(tools, `/proc/${pid}`);
  try {
    const name = readFileSync(`${folder}/comm`, 'utf8').replace(/\n$/, '');
    return [{ pid, name, executable: executableOf(tools, folder), unit: unitOf(folder) }];
  } catch {
    return [];
  }
}

/**
 * The program's path, kept after its file was deleted (a product that still runs after its removal). Null when we may not know, for the
 * kernel's own threads, and when the path names another file here: inside a container or a private mount anybody can run something
 * as `/opt/kaspersky/…`.
 */
function executableOf(tools: LinuxTools, folder: string): string | null {
  try {
    const link = readlinkSync(`${folder}/exe`);
    if (link.endsWith(deleted)) return link.slice(0, -deleted.length);
    const running = statOf(`${folder}/exe`);
    if (running === null) return link;
    const here = statOf(at(tools, link));
    return here !== null && here.ino === running.ino && here.dev === running.dev ? link : null;
  } catch {
    return null;
  }
}

const deleted = ' (deleted)';

/** The unit's control group stands below slices only; what follows a user's manager or a container's scope is not the system's. */
function unitOf(folder: string): string | null {
  try {
    return (
      /^\d+:(?:name=systemd)?:(?:\/[^/\n]+\.slice)*\/([^/\n]+)\.service(?:\/|$)/m.exec(
        readFileSync(`${folder}/cgroup`, 'utf8'),
      )?.[1] ?? null
    );
  } catch {
    return null;
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}
