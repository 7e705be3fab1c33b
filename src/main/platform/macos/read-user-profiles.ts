import { ok, type Answer } from '../../core/machine/answer';
import type { UserProfile } from '../../core/machine/software-shapes';
import type { MacTools } from './mac-tools';
import { peopleOf } from './people';

/** The people of this Mac and their homes. */
export async function readUserProfiles(tools: MacTools): Promise<Answer<UserProfile[]>> {
  const people = await peopleOf(tools);
  return people.status === 'ok'
    ? ok(people.value.map((person) => ({ ...person, sid: null, hiveReadable: null })))
    : people;
}
