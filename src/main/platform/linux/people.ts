import { statSync } from 'node:fs';
import type { UserProfile } from '../../core/machine/software-shapes';
import { answerForError } from './answer-for-error';
import { textOf } from './find-units';
import { at, type LinuxTools } from './linux-tools';

/**
 * The accounts of people in a passwd file's text that have a home here. Accounts of services have lower numbers, 65534 is nobody. People of a
 * firm's directory (LDAP, SSSD) stand in no file and are not among them.
 */
export function peopleIn(tools: LinuxTools, passwd: string): readonly Pick<UserProfile, 'name' | 'folder'>[] {
  const first = firstPerson(tools);
  const byHome = new Map<string, Pick<UserProfile, 'name' | 'folder'>>();
  for (const line of passwd.split('\n')) {
    const [name = '', , id = '', , , folder = ''] = line.split(':');
    const uid = /^\d+$/.test(id) ? Number(id) : -1;
    if (name === '' || uid < first || uid === 65_534 || !folder.startsWith('/') || folder === '/') continue;
    if (!byHome.has(folder) && isFolder(tools, folder)) byHome.set(folder, { name, folder });
  }
  return [...byHome.values()];
}

/** Where numbers of people begin on this system; 500 on some older ones. */
function firstPerson(tools: LinuxTools): number {
  const said = /^\s*UID_MIN\s+(\d+)/m.exec(textOf(tools, '/etc/login.defs') ?? '')?.[1];
  return said === undefined ? 1000 : Number(said);
}

/** A home that we may not look at is there; only one that is missing is not. */
function isFolder(tools: LinuxTools, path: string): boolean {
  try {
    return statSync(at(tools, path)).isDirectory();
  } catch (error) {
    return answerForError(error).status === 'denied';
  }
}
