import { governingPolicyId } from '../../src/main/core/knowledge/knowledge';
import { detect } from '../../src/main/core/matching/detect';
import type { Finding } from '../../src/main/core/probing/finding';
import { loadKnowledgeHere } from '../../src/main/platform/session-tools';

/** What is printed: milliseconds of every run; the first is what a person waits for, because nothing is compiled yet. */
export interface MatchingRuns {
  readonly detections: number;
  readonly ms: readonly number[];
}

// node FILE FINDINGS RUNS SHARE: matches that many findings, of which one in SHARE is a mark of a product.
const [findingsWanted, runs, share] = process.argv.slice(2).map(Number);
if (findingsWanted === undefined || runs === undefined || share === undefined) throw new Error('FINDINGS RUNS SHARE');
const loaded = loadKnowledgeHere();
if (!loaded.ok) throw new Error(`${loaded.reason}: ${loaded.detail}`);
if (loaded.knowledge.policies.every(({ id }) => id !== governingPolicyId)) throw new Error('not the shipped knowledge');
const findings = Array.from({ length: findingsWanted }, (_, at) =>
  at % share === 0 ? markOfProduct(at) : ordinary(at),
);
const now = new Date('2026-11-23T12:00:00Z');
let detections = 0;
const ms = Array.from({ length: runs }, () => {
  const startMs = performance.now();
  detections = detect(loaded.knowledge.signatures, findings, now).detections.length;
  return performance.now() - startMs;
});
process.stdout.write(JSON.stringify({ detections, ms } satisfies MatchingRuns));

/** As computers are: mostly packages and uninstall entries, and some of every other kind. */
function ordinary(at: number): Finding {
  const name = `invented-${at}`;
  const common = { where: `place:${name}`, trust: 'system' } as const;
  switch (at % 8) {
    case 0:
    case 1:
    case 2:
      return {
        ...common,
        probe: 'packages',
        kind: 'package',
        facts: { name, version: `1.${at}`, state: 'installed', architecture: 'amd64' },
      };
    case 3:
    case 4:
      return {
        ...common,
        probe: 'uninstall-entries',
        kind: 'uninstall-entry',
        facts: {
          name: `Invented Program ${at}`,
          publisher: `Invented ${at % 97} GmbH`,
          version: `${at}`,
          productCode: null,
          removeButtonHidden: false,
        },
      };
    case 5:
      return {
        ...common,
        probe: 'services',
        kind: 'service',
        facts: { name, displayName: name, executable: `/usr/lib/${name}/run`, state: 'running' },
      };
    case 6:
      return { ...common, probe: 'processes', kind: 'process', facts: { name, executable: `/usr/lib/${name}/run` } };
    default:
      return {
        ...common,
        probe: 'paths',
        kind: 'path',
        facts: { path: `/opt/${name}/program`, kind: 'file', linkTarget: null },
      };
  }
}

function markOfProduct(at: number): Finding {
  const where = `/opt/kaspersky/kesl/libexec/part-${at}`;
  return { probe: 'processes', kind: 'process', where, facts: { name: 'kesl', executable: where }, trust: 'system' };
}
