import type { Finding } from './finding';
import type { Ask } from './probe';

/**
 * Who could have put a program at its path. Anybody can make a folder with the vendor's name and start something in it, so the owner of
 * the path decides, or that of the nearest folder above it that may be looked at: self-defence hides files and not their folders.
 * Where no folder answers, nobody vouches for it.
 */
export async function trustInPlace(path: string, ask: Ask): Promise<Finding['trust']> {
  for (let place: string | null = path; place !== null; place = folderOf(place)) {
    const answer = await ask('path', { path: place });
    if (answer.status === 'ok') return answer.value.ownedBySystem ? 'system' : 'user';
  }
  return 'user';
}

/** The folder above, on any system; null above the root. */
function folderOf(path: string): string | null {
  const at = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
  if (at <= 0) return null;
  const folder = path.slice(0, at);
  return /^[A-Za-z]:$/.test(folder) ? null : folder;
}
