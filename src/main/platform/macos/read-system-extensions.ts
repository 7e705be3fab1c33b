import { ok, type Answer } from '../../core/machine/answer';
import type { SystemExtension } from '../../core/machine/software-shapes';
import type { MacTools } from './mac-tools';
import { field, listIn, textIn } from './plist/fields';
import { readPlist } from './plist/read-plist';

/** System extensions as the system itself keeps account of them (C-COLLECT, C-OSQ, seen 2026-11-23). */
export async function readSystemExtensions(tools: MacTools): Promise<Answer<SystemExtension[]>> {
  const plist = await readPlist(tools, '/Library/SystemExtensions/db.plist');
  if (plist.status !== 'ok') return plist;
  return ok(
    listIn(plist.value, 'extensions').flatMap((entry) => {
      const id = textIn(entry, 'identifier');
      if (id === null) return [];
      const version = field(entry, 'bundleVersion');
      return [
        {
          id,
          teamId: textIn(entry, 'teamID') ?? '',
          version: textIn(version, 'CFBundleShortVersionString') ?? textIn(version, 'CFBundleVersion') ?? '',
          state: textIn(entry, 'state') ?? 'unknown',
        },
      ];
    }),
  );
}
