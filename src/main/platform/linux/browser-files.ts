import { readFileSync } from 'node:fs';
import type { BrowserFiles } from '../browsers/read-native-hosts';
import { errorCode } from './answer-for-error';
import { at, type LinuxTools } from './linux-tools';
import { peopleIn } from './people';

/** Where browsers and what reaches into them are looked for here: the system's folders, and the homes of root and of every person. */
export function browserFiles(tools: LinuxTools): BrowserFiles {
  return { platform: 'linux', root: tools.root, systemUserId: tools.systemUserId, homes: homesIn(tools) };
}

/** Without a list of accounts there are no homes, and the system's own folders are still there. */
function homesIn(tools: LinuxTools): BrowserFiles['homes'] {
  let passwd;
  try {
    passwd = readFileSync(at(tools, '/etc/passwd'), 'utf8');
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
  const root = /^([^:\n]+):[^:\n]*:0:[^:\n]*:[^:\n]*:(\/[^:\n]+)/m.exec(passwd);
  const people = peopleIn(tools, passwd).map(({ name, folder }) => ({ name, folder }));
  return root === null ? people : [{ name: root[1] ?? 'root', folder: root[2] ?? '/root' }, ...people];
}
