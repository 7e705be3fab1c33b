import { join } from 'node:path';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { BrowserExtension, Platform } from '../../core/machine/shapes';
import { browserPlaces } from './browser-places';
import { chromiumExtensions } from './chromium-extensions';
import { firefoxAddOns } from './firefox-add-ons';
import { openHomes, type Home } from './homes';

/** Whose browsers are looked at, and on which system. */
export interface BrowsersOf {
  readonly platform: Platform;
  /** The folder that stands for `/`; empty on Windows, where paths begin with a drive. */
  readonly root: string;
  readonly homes: readonly Home[];
}

/**
 * Extensions in the profiles of all people whose homes we may read; without more rights these are mostly our own. Their content is theirs
 * to write, so it is only ever told on, never acted on. Each is named by its person and profile: `ana/Default`.
 */
export async function readBrowserExtensions({
  platform,
  root,
  homes,
}: BrowsersOf): Promise<Answer<BrowserExtension[]>> {
  const opened = await openHomes(root, homes);
  if (opened.length === 0 && homes.length > 0) return unanswered('denied', 'no home folder may be read');
  const found: BrowserExtension[] = [];
  for (const home of opened) {
    const lists = await Promise.all(
      browserPlaces[platform].map(async ({ browser, folder, kind }) => {
        const place = join(home.place, folder);
        const extensions =
          kind === 'chromium' ? await chromiumExtensions(home, place) : await firefoxAddOns(home, place);
        return extensions.map(({ profile, id, name, version }) => ({
          browser,
          profile: `${home.name}/${profile}`,
          id,
          name,
          version,
        }));
      }),
    );
    found.push(...lists.flat());
  }
  return ok(found);
}
