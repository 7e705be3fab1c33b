import { existsSync, statSync } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Service } from '../../core/machine/shapes';
import { errorCode } from './answer-for-error';
import { findInitScripts } from './find-init-scripts';
import { inSystemFolders } from './find-program';
import { findUnits, templateOf, type FoundUnit } from './find-units';
import { at, type LinuxTools } from './linux-tools';
import { interpreters, parseUnit, programIn } from './parse-unit';
import type { SeenProcesses } from './see-processes';

/**
 * systemd's units and the init scripts that have none, read from files: asking systemctl takes longer than the whole scan and needs
 * systemd to be running.
 */
export function readServices(tools: LinuxTools, seen: Answer<SeenProcesses>): Answer<Service[]> {
  const units = findUnits(tools);
  const scripts = findInitScripts(tools).filter((script) => !units.some(({ name }) => name === script.name));
  if (units.length + scripts.length === 0) return unanswered('absent', 'no services are defined');
  const running = runningState(tools, seen);
  return ok([
    ...units.map((unit) => serviceOf(unit, tools, running)),
    ...scripts.map(({ name, displayName, path, startsBySelf }): Service => ({
      name,
      kind: 'service',
      displayName,
      // The script starts something else, so only its control group can tell.
      state: running(name, null, null),
      startsBySelf,
      executable: path,
      executableExists: true,
      definedIn: path,
    })),
  ]);
}

type RunningState = (unit: string, executable: string | null, type: string | null) => Service['state'];

function serviceOf(unit: FoundUnit, tools: LinuxTools, running: RunningState): Service {
  const { description, type, execStart } = parseUnit(unit.text ?? '');
  const written = execStart === null ? null : programIn(execStart);
  const executable = written === null || written.includes('/') ? written : inSystemFolders(tools, written);
  return {
    name: unit.name,
    kind: 'service',
    displayName: description ?? unit.name,
    state: running(unit.name, executable, type),
    startsBySelf: unit.startsBySelf,
    executable,
    executableExists: executable === null ? null : exists(tools, executable),
    definedIn: unit.definedIn,
  };
}

/**
 * Running: a process is in the unit's control group, which users cannot forge; without systemd, a process runs its very program. Stopped is
 * said only when systemd runs and every process can be seen. A oneshot unit has no process either way.
 */
function runningState(tools: LinuxTools, seen: Answer<SeenProcesses>): RunningState {
  const { processes, all }: SeenProcesses = seen.status === 'ok' ? seen.value : { processes: [], all: false };
  const units = new Set(processes.flatMap(({ unit }) => (unit === null ? [] : [unit, templateOf(unit)])));
  const programs = new Set(processes.map(({ executable }) => executable));
  const hasSystemd = existsSync(at(tools, '/run/systemd/system'));
  return (unit, executable, type) => {
    if (units.has(unit)) return 'running';
    if (!hasSystemd && executable !== null && !interpreters.test(executable) && programs.has(executable))
      return 'running';
    return hasSystemd && all && type !== 'oneshot' ? 'stopped' : 'unknown';
  };
}

function exists(tools: LinuxTools, path: string): boolean | null {
  // A name without a folder was not found; one with a specifier is known only to systemd.
  if (!path.startsWith('/')) return false;
  if (path.includes('%')) return null;
  try {
    return statSync(at(tools, path), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}
