import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { Planting } from '../planting';
import { recordedWith } from '../recording';

/** The vendor's folders and what lies directly in them, and which of them the system alone may change. */
export function foldersAndOwners(file: MachineFile): Partial<Planting> {
  const listed = recordedWith(file, 'folder').map(({ given, value }) => ({ folder: given['path'] ?? '', value }));
  return {
    folders: listed.flatMap(({ folder, value }) => [
      folder,
      ...value.filter(({ kind }) => kind === 'folder').map(({ name }) => `${folder}\\${name}`),
    ]),
    files: listed.flatMap(({ folder, value }) =>
      value.filter(({ kind }) => kind === 'file').map(({ name }) => ({ path: `${folder}\\${name}`, text: '' })),
    ),
    ownedBySystem: recordedWith(file, 'path').flatMap(({ given, value }) =>
      value.ownedBySystem ? [given['path'] ?? ''] : [],
    ),
  };
}
