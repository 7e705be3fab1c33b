import { questionKey, type Question } from '../../../src/main/core/machine/questions';
import type { SimulatedComputer, SimulatedSoftware } from '../../../src/main/core/machine/machine-file';
import type { Action } from '../../../src/main/core/machine/actions';
import type { MachineDescription, PathFacts, RegistryKey } from '../../../src/main/core/machine/shapes';
import { simulatedMachine } from '../../../src/main/platform/simulated/simulated-machine';
import type { Need } from './check';
import type { Available, Subject } from './subject';

/** A fresh simulated machine with what its computer says is there; `software` is what may be removed from it. */
export function simulatedSubject(computer: SimulatedComputer, software?: SimulatedSoftware): Subject {
  const machine = simulatedMachine(computer);
  const action = software === undefined ? null : removalOf(software);
  return {
    machine,
    available: availableOn(computer),
    ...(action === null ? {} : { removable: { action, restart: () => machine.restart() } }),
  };
}

/** The action that removes a piece of software; null when nothing does. */
export function removalOf({ removedBy }: SimulatedSoftware): Action | null {
  switch (removedBy?.verb) {
    case undefined:
      return null;
    case 'remove-packages':
      return { verb: 'remove-packages', tool: 'apt', packages: [removedBy.target], purge: true };
    case 'uninstall-msi':
      return { verb: 'uninstall-msi', productCode: removedBy.target, mode: 'quiet' };
    case 'run-uninstaller':
      return {
        verb: 'run-uninstaller',
        program: 'C:\\Program Files\\Vendor\\uninstall.exe',
        signedBy: null,
        entry: removedBy.target,
        view: 64,
        mode: 'window',
      };
  }
}

/** What no computer of this platform can be tested on. */
export function lacksOfPlatform({ answers }: SimulatedComputer): readonly Need[] {
  const description = answers['description'];
  const platform = description?.status === 'ok' ? (description.value as MachineDescription).platform : null;
  return platform === 'windows' ? ['package'] : ['registry'];
}

/** Read off the computer's own answers, so that a computer that says little is tested on little, and the suite says so. */
export function availableOn({ answers }: SimulatedComputer): Available {
  const known = Object.entries(answers).flatMap(([key, answer]) =>
    answer.status === 'ok' ? [{ key, value: answer.value }] : [],
  );
  const places = (question: Question) =>
    known
      .filter(({ key }) => key.startsWith(`${question} path=`))
      .map(({ key, value }) => ({ path: key.slice(question.length + 6), value }));
  const file = places('path').find(({ value }) => (value as PathFacts).kind === 'file')?.path;
  const folder = places('folder')[0]?.path;
  const text = places('text')[0];
  const packageName = known
    .map(({ key }) => /^package-files manager=dpkg name=(.*)$/.exec(key)?.[1])
    .find((name) => name !== undefined);
  const tree = known.find(({ key }) => key.startsWith('registry-tree depth=1 '));
  return {
    ...(file === undefined ? {} : { file }),
    ...(folder === undefined ? {} : { folder }),
    ...(text === undefined ? {} : { text: { path: text.path, holds: String(text.value).slice(0, 20) } }),
    ...(packageName === undefined ? {} : { installedPackage: { manager: 'dpkg', name: packageName } }),
    ...(tree === undefined ? {} : { registryTree: givenIn(tree.key, tree.value as RegistryKey[]) }),
  };
}

function givenIn(key: string, value: readonly RegistryKey[]): NonNullable<Available['registryTree']> {
  const path = value[0]?.path ?? '';
  for (const view of [64, 32] as const) {
    const given = { root: 'HKLM', view, path, depth: 1 } as const;
    if (questionKey('registry-tree', given) === key) return given;
  }
  throw new Error(`not understood: ${key}`);
}
