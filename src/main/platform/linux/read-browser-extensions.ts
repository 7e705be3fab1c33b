import { access, constants } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { BrowserExtension } from '../../core/machine/shapes';
import { answerForError } from './answer-for-error';
import { browserPlaces } from './browser-places';
import { chromiumExtensions } from './chromium-extensions';
import { firefoxAddOns } from './firefox-add-ons';
import { at, type LinuxTools } from './linux-tools';

/**
 * Extensions in the profiles of all people whose homes we may read; without root these are only our own. Their content is theirs to write, so
 * it is only ever told on, never acted on. Each is named by its person and profile: `ana/Default`.
 */
export async function readBrowserExtensions(tools: LinuxTools): Promise<Answer<BrowserExtension[]>> {
  let people;
  try {
    people = peopleIn(readFileSync(at(tools, '/etc/passwd'), 'utf8'));
  } catch (error) {
    return answerForError(error);
  }
  const found: BrowserExtension[] = [];
  let readable = 0;
  for (const { user, home } of people) {
    if (!(await mayRead(at(tools, home)))) continue;
    readable += 1;
    const lists = await Promise.all(
      browserPlaces.map(async ({ browser, folder, kind }) => {
        const place = at(tools, `${home}/${folder}`);
        const extensions = kind === 'chromium' ? await chromiumExtensions(place) : await firefoxAddOns(place);
        return extensions.map(({ profile, id, name, version }) => ({
          browser,
          profile: `${user}/${profile}`,
          id,
          name,
          version,
        }));
      }),
    );
    found.push(...lists.flat());
  }
  return readable === 0 && people.length > 0 ? unanswered('denied', 'no home folder may be read') : ok(found);
}

/** Root and every ordinary account, each home once. 65534 is nobody. */
function peopleIn(passwd: string): readonly { readonly user: string; readonly home: string }[] {
  const byHome = new Map<string, { readonly user: string; readonly home: string }>();
  for (const line of passwd.split('\n')) {
    const [user, , id, , , home] = line.split(':');
    const uid = Number(id);
    if (user === undefined || home === undefined || !home.startsWith('/') || home === '/') continue;
    if ((uid === 0 || (uid >= 1000 && uid !== 65_534)) && !byHome.has(home)) byHome.set(home, { user, home });
  }
  return [...byHome.values()];
}

async function mayRead(home: string): Promise<boolean> {
  try {
    await access(home, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
