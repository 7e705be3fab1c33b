import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import { productCommands, type ProductCommand } from '../../../../../src/main/core/machine/product-commands';
import type { PlantedFile, Planting } from '../planting';
import { recordedWith } from '../recording';

const parents = ['C:\\Program Files (x86)\\Kaspersky Lab', 'C:\\Program Files\\Kaspersky Lab'];

/** Programs of the vendor that answer a question: stand-ins which say what was recorded. */
export function productAnswers(file: MachineFile): Partial<Planting> {
  const folders = recordedWith(file, 'folder').flatMap(({ given, value }) =>
    value.map(({ name }) => ({ parent: given['path'] ?? '', name })),
  );
  return {
    files: recordedWith(file, 'product-command').map(({ given, value }): PlantedFile => {
      const asked = productCommands[given['command'] as ProductCommand];
      if (!('below' in asked)) throw new Error(`${given['command']} is no command on Windows`);
      if (value.exitCode !== 0) throw new Error('a stand-in ends with 0');
      const place = folders.find(
        ({ parent, name }) => parents.includes(parent) && new RegExp(asked.below.folder, 'i').test(name),
      );
      if (place === undefined) throw new Error(`no folder for ${given['command']}`);
      return { path: `${place.parent}\\${place.name}\\${asked.below.program}`, standIn: { says: value.text } };
    }),
  };
}
