import { Scan } from '../../../../src/main/core/matching/scan';
import { changedPaths, type ChangedPath, type Json } from '../../../golden/changed-paths';
import { goldenOutputs } from '../../../golden/golden-outputs';
import { notCarried, type NotCarried } from './not-carried';

/** What Offramp says of the recording itself, read from its file: the golden test holds this against what was accepted. */
export async function scanOfRecording(name: string): Promise<Scan> {
  const { scan } = await goldenOutputs(name);
  return Scan.parse(JSON.parse(JSON.stringify(scan)));
}

/** Every place in which a scan of the laboratory is not what the recording gives, beside what cannot be carried. */
export function differences(
  told: Scan,
  seen: Scan,
  except: readonly NotCarried[] = notCarried,
): readonly ChangedPath[] {
  const expected = except.reduce((scan, { instead }) => instead?.(scan) ?? scan, told);
  const bare = (scan: Scan) => except.reduce((left, { without }) => without?.(left) ?? left, scan);
  return changedPaths(bare(expected) as unknown as Json, bare(seen) as unknown as Json);
}
