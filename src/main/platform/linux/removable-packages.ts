import { ok, type Answer } from '../../core/machine/answer';
import type { Action } from '../../core/machine/actions';
import type { LinuxTools } from './linux-tools';
import { readPackages } from './read-packages';

/** Those names of a removal that are there to be removed, each once and in the agreed order; kept settings only count for a purge. */
export async function removablePackages(
  tools: LinuxTools,
  { packages, tool, purge }: Extract<Action, { verb: 'remove-packages' }>,
): Promise<Answer<string[]>> {
  const known = await readPackages(tools, databaseLimitMs);
  if (known.status !== 'ok') return known;
  const manager = tool === 'apt' || tool === 'dpkg' ? 'dpkg' : 'rpm';
  const there = new Set(
    known.value
      .filter((entry) => entry.manager === manager && (purge || entry.state !== 'settings-kept'))
      .map(({ name }) => name),
  );
  return ok([...new Set(packages)].filter((name) => there.has(name)));
}

const databaseLimitMs = 60_000;
