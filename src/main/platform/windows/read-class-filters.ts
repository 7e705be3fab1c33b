import { ok, type Answer } from '../../core/machine/answer';
import type { ClassFilter } from '../../core/machine/reach-shapes';
import { answerFrom } from './answer-from';
import type { WindowsNative } from './native/open-native';
import { listOf, nameOfKey, textOf } from './registry-data';

/** Filter drivers on whole classes of devices, as Windows would load them at the next start. */
export function readClassFilters({ registry }: WindowsNative): Answer<ClassFilter[]> {
  const tree = registry.readTree('HKLM', classes, 64, {
    depth: 1,
    maxKeys: 5_000,
    only: ['Class', 'UpperFilters', 'LowerFilters'],
  });
  if (tree.status !== 'ok') return answerFrom(tree);
  const hole = tree.value.unread[0];
  // A class that may not be read could be the keyboard's.
  if (hole !== undefined) return answerFrom(hole.why);
  return ok(
    tree.value.keys.slice(1).flatMap(({ path, values }) =>
      positions.flatMap(({ position, value }) => {
        const filters = [...listOf(values, value)];
        return filters.length === 0
          ? []
          : [{ classId: nameOfKey(path), className: textOf(values, 'Class') ?? '', position, filters }];
      }),
    ),
  );
}

const classes = 'SYSTEM\\CurrentControlSet\\Control\\Class';
const positions = [
  { position: 'upper', value: 'UpperFilters' },
  { position: 'lower', value: 'LowerFilters' },
] as const;
