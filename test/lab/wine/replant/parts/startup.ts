import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { PlantedFile, Planting } from '../planting';
import { recordedList } from '../recording';

/** Files of the scheduler, and the keys of what starts when somebody signs in. */
export function startup(file: MachineFile): Partial<Planting> {
  return {
    keys: recordedList(file, 'autostarts').map(({ name, program, where }) => ({
      key: runKey(where),
      values: { [name]: program === null ? '' : `"${program}"` },
    })),
    files: taskFiles(file),
    folders: [tasks],
  };
}

function runKey(where: string): string {
  const [, root, view, path] = /^(HKLM|HKCU)(32|64)?\\SOFTWARE\\(.+)$/i.exec(where) ?? [];
  if (root === undefined || path === undefined) throw new Error(`${where} is not planted yet`);
  return `${root}\\SOFTWARE\\${view === '32' ? 'WOW6432Node\\' : ''}${path}`;
}

/** One file for each task, which may start several programs. */
function taskFiles(file: MachineFile): readonly PlantedFile[] {
  const listed = recordedList(file, 'scheduled-tasks');
  return [...new Set(listed.map(({ path }) => path))].map((path) => {
    const programs = listed.flatMap((task) => (task.path === path && task.program !== null ? [task.program] : []));
    const isOn = listed.find((task) => task.path === path)?.enabled !== false;
    return { path: `${tasks}${path}`, text: taskXml(programs, isOn) };
  });
}

const taskXml = (programs: readonly string[], isOn: boolean): string => `<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Settings><Enabled>${isOn}</Enabled></Settings>
  <Actions Context="Author">${programs.map((program) => `<Exec><Command>${escaped(program)}</Command></Exec>`).join('')}</Actions>
</Task>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const tasks = 'C:\\windows\\system32\\Tasks';
