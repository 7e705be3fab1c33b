import { ok, type Answer } from '../../core/machine/answer';
import { entriesIn } from './entries-in';
import type { MacTools } from './mac-tools';

export interface Person {
  readonly name: string;
  readonly folder: string;
}

/** The homes below `/Users`. Links are left out: a home that lies elsewhere is its owner's word about where. */
export async function peopleOf(tools: MacTools): Promise<Answer<readonly Person[]>> {
  const entries = await entriesIn(tools, '/Users');
  if (entries.status !== 'ok') return entries;
  return ok(
    entries.value
      .filter((entry) => entry.isDirectory() && entry.name !== 'Shared' && !entry.name.startsWith('.'))
      .map(({ name }) => ({ name, folder: `/Users/${name}` })),
  );
}
