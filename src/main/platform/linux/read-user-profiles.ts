import { readFileSync } from 'node:fs';
import { ok, type Answer } from '../../core/machine/answer';
import type { UserProfile } from '../../core/machine/software-shapes';
import { at, type LinuxTools } from './linux-tools';
import { peopleIn } from './people';

/** The people of this computer and their homes. Throws what the file system refuses. */
export const readUserProfiles = (tools: LinuxTools): Answer<UserProfile[]> =>
  ok(
    peopleIn(tools, readFileSync(at(tools, '/etc/passwd'), 'utf8')).map((person) => ({
      ...person,
      sid: null,
      hiveReadable: null,
    })),
  );
