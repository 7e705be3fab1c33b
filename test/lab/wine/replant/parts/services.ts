import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { Planting } from '../planting';
import { recordedList } from '../recording';

/**
 * Services and drivers that the service manager really knows, their programs, and what runs besides. A service runs where the recording says so
 * and shows its program among the running ones (self-defence may hide it); Defender is judged by its running service alone. A program in Windows' own folder stays what it is.
 */
export function servicesAndPrograms(file: MachineFile): Partial<Planting> {
  const running = recordedList(file, 'processes').flatMap(({ executable }) =>
    executable !== null && isOurs(executable) ? [executable] : [],
  );
  const isSeen = (program: string) => running.some((one) => one.toLowerCase() === program.toLowerCase());
  const services = recordedList(file, 'services').flatMap((service) => {
    const { name, displayName, kind, state, startsBySelf, executable, executableExists } = service;
    if (executable === null) return [];
    const runs =
      kind === 'service' &&
      state === 'running' &&
      executableExists === true &&
      (isSeen(executable) || name === 'WinDefend');
    return [{ name, displayName, kind, startsBySelf, program: executable, runs, isThere: executableExists === true }];
  });
  return {
    services: services.map(({ name, displayName, kind, startsBySelf, program, runs }) => ({
      name,
      displayName,
      kind,
      startsBySelf,
      program,
      runs,
    })),
    programs: withoutStarted(
      running,
      services.flatMap(({ runs, program }) => (runs ? [program] : [])),
    ),
    files: [
      ...running.map((path) => ({ path, standIn: { says: null } })),
      ...services.flatMap(({ runs, program, isThere }) => {
        if (!isThere || !onOurDrive(program)) return [];
        return [runs ? { path: program, standIn: { says: null } } : { path: program, text: '' }];
      }),
    ],
  };
}

/** What a service starts runs already. */
function withoutStarted(running: readonly string[], started: readonly string[]): readonly string[] {
  const left = started.map((program) => program.toLowerCase());
  return running.filter((program) => {
    const at = left.indexOf(program.toLowerCase());
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const onOurDrive = (program: string): boolean => /^[CD]:\\/i.test(program);
const isOurs = (program: string): boolean => onOurDrive(program) && !/^C:\\Windows\\/i.test(program);
