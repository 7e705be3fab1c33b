import { ok, type Answer } from '../../core/machine/answer';
import { entriesIn } from './entries-in';
import type { MacTools } from './mac-tools';

/**
 * Bundles below a folder, `levels` folders deep; nothing inside a bundle. Links are left out: what they lead to is told where it lies. At
 * most 2,000 folders are looked into, and 5,000 bundles told.
 */
export async function findBundles(
  tools: MacTools,
  folder: string,
  levels: number,
  kinds: RegExp,
): Promise<Answer<readonly string[]>> {
  const found: string[] = [];
  let ahead: readonly string[] = [folder];
  let looked = 0;
  for (let level = 0; level < levels && ahead.length > 0; level += 1) {
    const below: string[] = [];
    for (const place of ahead) {
      if (++looked > mostFolders) break;
      const entries = await entriesIn(tools, place);
      if (entries.status !== 'ok') {
        if (place === folder) return entries;
        continue;
      }
      for (const { name } of entries.value.filter((entry) => entry.isDirectory()))
        (kinds.test(name) ? found : below).push(`${place}/${name}`);
    }
    ahead = below;
  }
  return ok(found.slice(0, mostBundles));
}

const mostFolders = 2_000;
const mostBundles = 5_000;
