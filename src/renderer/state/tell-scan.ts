import { assertNever } from './assert-never';
import type { Scan } from '../../main/core/matching/scan';

/** What there is to tell about a scan. Finer than its verdict: each has its own honest page. */
export type ScanStory =
  'managed' | 'present' | 'leftovers' | 'after-switch' | 'embedded' | 'clear' | 'only-hints' | 'not-everything';

export function tellScan({ verdict, detections, blockers }: Scan): ScanStory {
  const isManaged =
    detections.some(({ managedBy }) => managedBy !== null) || blockers.some(({ id }) => id === 'managed-by-console');
  switch (verdict) {
    case 'present':
      return isManaged ? 'managed' : 'present';
    case 'leftovers':
      return 'leftovers';
    case 'clear':
      if (detections.some(({ family }) => family === 'successor')) return 'after-switch';
      return detections.some(({ family }) => family === 'embedded') ? 'embedded' : 'clear';
    case 'inconclusive':
      return detections.some(({ confidence }) => confidence === 'possible') ? 'only-hints' : 'not-everything';
    default:
      return assertNever(verdict);
  }
}
