import { readFileSync } from 'node:fs';
import { Scan } from '../../../../src/main/core/matching/scan';
import { changedPaths, type ChangedPath, type Json } from '../../../golden/changed-paths';
import { notCarried, type NotCarried } from './not-carried';

/** What was accepted for a recorded computer, as it lies in `test/golden`. */
export const acceptedScan = (name: string): Scan =>
  Scan.parse(JSON.parse(readFileSync(new URL(`../../../golden/${name}.scan.json`, import.meta.url), 'utf8')));

/** Every place in which a scan of the laboratory is not what was accepted, beside what cannot be carried. */
export function differences(
  accepted: Scan,
  seen: Scan,
  except: readonly NotCarried[] = notCarried,
): readonly ChangedPath[] {
  const expected = except.reduce((scan, { instead }) => instead?.(scan) ?? scan, accepted);
  const bare = (scan: Scan) => except.reduce((left, { without }) => without?.(left) ?? left, scan);
  return changedPaths(bare(expected) as unknown as Json, bare(seen) as unknown as Json);
}
