import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import { productCommands, type ProductCommand } from '../../core/machine/product-commands';
import type { CommandAnswer } from '../../core/machine/shapes';
import { toolEnvironment } from './tool-environment';
import type { WindowsNative } from './native/open-native';
import type { SystemFolders } from './native/system-folders';
import { readFolder, readPath } from './read-files';
import { readPrivilege } from './read-privilege';

/** Where the vendor's products are installed. */
const parents = ['C:\\Program Files (x86)\\Kaspersky Lab', 'C:\\Program Files\\Kaspersky Lab'];

/**
 * Puts one of the closed set of questions to a vendor's program. All of them want an administrator, so nothing is started without one;
 * and as an administrator nothing is started that anybody else could have put there or could replace.
 */
export async function askProduct(
  native: WindowsNative,
  command: ProductCommand,
  timeLimitMs: number,
): Promise<Answer<CommandAnswer>> {
  const asked = productCommands[command];
  if (!('below' in asked)) return unanswered('not-applicable', 'not on Windows');
  const file = find(new RegExp(asked.below.folder, 'i'), asked.below.program, native);
  if (file === null) return unanswered('absent', asked.below.program);
  const privilege = readPrivilege(native);
  if (privilege.status !== 'ok') return privilege;
  if (!privilege.value.elevated) return unanswered('denied', `${file} answers administrators only`);
  const place = readPath(native, file);
  if (place.status !== 'ok') return place;
  if (!place.value.ownedBySystem) return unanswered('denied', 'not-protected');
  return run(file, asked.arguments, native.folders, timeLimitMs);
}

function find(folder: RegExp, program: string, native: WindowsNative): string | null {
  for (const parent of parents) {
    const listed = readFolder(parent);
    const names = listed.status === 'ok' ? listed.value.filter(({ kind }) => kind === 'folder') : [];
    for (const { name } of names) {
      if (!folder.test(name)) continue;
      const file = win32.join(parent, name, program);
      if (readPath(native, file).status === 'ok') return file;
    }
  }
  return null;
}

/** No input, no window, at most 1 MiB of output, and an end within the limit. */
function run(
  file: string,
  words: readonly string[],
  folders: SystemFolders,
  timeLimitMs: number,
): Promise<Answer<CommandAnswer>> {
  const options = {
    ...(folders.system === null ? {} : { cwd: folders.system }),
    env: toolEnvironment(process.env, folders, win32.join(folders.windows ?? 'C:\\Windows', 'Temp')),
    timeout: timeLimitMs * 0.9,
    maxBuffer: 1024 * 1024,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    const child = execFile(file, [...words], options, (error, output, errors) => {
      if (error?.killed === true) return resolve(unanswered('timed-out', `${file} did not answer`));
      if (typeof error?.code === 'string') return resolve(unanswered('failed', `${file}: ${error.code}`));
      resolve(ok({ exitCode: child.exitCode ?? 0, text: output.trim() === '' ? errors : output }));
    });
    child.stdin?.end();
  });
}
