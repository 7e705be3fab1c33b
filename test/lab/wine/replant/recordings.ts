import { readFileSync } from 'node:fs';
import type { Scan } from '../../../../src/main/core/matching/scan';
import { machineFixture, machineFixtureNames } from '../../../fixtures/machine-fixtures';
import { versionKeys } from './parts/windows-itself';

/** Every recorded Windows computer. */
export const windowsRecordings = machineFixtureNames.filter((name) => name.startsWith('windows-'));

const onSecondDrive = 'windows-11-pro-kes-other-drive';
const refusedToTell = 'windows-11-home-premium-services-denied';

/**
 * Those that are replanted, in an order in which computers of the same Windows follow each other: each shows something that none before it
 * shows. Others would only repeat it, and each costs a second or two. Left out is one of which nothing is known that could be planted: what its
 * service manager refused to tell.
 */
export const replanted: readonly string[] = byVersion(
  thatAdd([onSecondDrive, ...windowsRecordings.filter((name) => name !== onSecondDrive && name !== refusedToTell)]),
);

function thatAdd(names: readonly string[]): readonly string[] {
  const shown = new Set<string>();
  return names.filter((name) => {
    const before = shown.size;
    for (const thing of shownBy(acceptedScan(name))) shown.add(thing);
    return shown.size > before;
  });
}

/** As it lies in `test/golden`; only read here, where an older form does no harm. */
function acceptedScan(name: string): Scan {
  return JSON.parse(readFileSync(new URL(`../../../golden/${name}.scan.json`, import.meta.url), 'utf8')) as Scan;
}

/** Products that are found on any of these. */
export const productsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => acceptedScan(name).detections.map(({ product }) => product)));

/** What a scan tells, without the places that are every computer's own. */
function shownBy({ machine, verdict, probes, detections, residue, blockers, protection }: Scan): readonly string[] {
  return [
    ...[machine.arch, verdict, `protection ${protection.verdict}`],
    ...probes.map(({ id, status }) => `${id} ${status}`),
    ...detections.flatMap(({ product, edition, state, confidence, licence, managedBy, marks }) => [
      `${product} ${edition} ${state} ${confidence} ${licence.state} ${managedBy !== null}`,
      ...marks.map(({ mark, says }) => `${product} ${mark} ${says}`),
    ]),
    ...residue.map(({ kind, owner, action, where }) => `${kind} ${owner} ${action} ${where.slice(0, 4)}`),
    ...blockers.map(({ id, product }) => `${id} ${product}`),
  ];
}

function byVersion(names: readonly string[]): readonly string[] {
  return names
    .map((name) => ({ name, version: JSON.stringify(versionKeys(machineFixture(name))) }))
    .sort((a, b) => (a.version === b.version ? 0 : a.version < b.version ? -1 : 1))
    .map(({ name }) => name);
}
