import { makeDebianRoot } from '../../test/bench/dpkg-database.mjs';
import { inRoot } from '../setup/paths.mjs';
import { bundleBench } from './bundle.mjs';
import { median, paired } from './paired.mjs';
import { probeRows } from './probe-rows.mjs';
import { ratioRow } from './rows.mjs';
import { runForJson, runTimed, scanEnds } from './run-timed.mjs';

const PACKAGES = 3_000;
const PAIRS = 15;
const PROBE_RUNS = 11;

/** A full scan of a Linux with 3,000 packages, and of this one, each as a whole process against `dpkg-query -W` as one. */
export async function benchScanLinux({ folder }) {
  const root = `${folder}/root`;
  const admin = makeDebianRoot(root, PACKAGES);
  const bundle = await bundleBench('scan-linux', folder);
  const scan = runForJson(process.execPath, [bundle, root]);
  const found = scan.detections.map(({ product }) => product);
  if (found.join() !== 'kesl') throw new Error(`The scan of the made-up system found ${found.join() || 'nothing'}`);

  const many = await paired(
    PAIRS,
    () => runTimed(process.execPath, [bundle, root]),
    () => runTimed('dpkg-query', [`--admindir=${admin}`, '-W']),
  );
  const opens = [];
  const alone = await paired(
    PAIRS,
    () => {
      const { openMs, scanMs } = runForJson(process.execPath, [bundle, root, '--times']);
      opens.push(openMs);
      return scanMs;
    },
    () => runTimed('dpkg-query', [`--admindir=${admin}`, '-W']),
  );
  const cli = inRoot('dist/cli/offramp.cjs');
  const here = await paired(
    PAIRS,
    () => runTimed(process.execPath, [cli, 'scan', '--json'], { accept: scanEnds }),
    () => runTimed('dpkg-query', ['-W']),
  );
  const bare = await paired(
    PAIRS,
    () => runTimed(process.execPath, ['-e', '0']),
    () => runTimed('dpkg-query', [`--admindir=${admin}`, '-W']),
  );
  const costs = runForJson(process.execPath, [await bundleBench('probe-costs', folder), String(PROBE_RUNS), root]);
  const peerName = 'dpkg-query -W';
  return [
    ratioRow({ what: 'scan, Linux, 3,000 packages', ...many, peerName, atMost: 2 }),
    ratioRow({
      what: '  the scan alone, inside its process',
      ...alone,
      peerName,
      atMost: 2,
      notes: [
        `the first scan of a new process; without Node's start and without opening the session (${median(opens).toFixed(0)} ms)`,
      ],
    }),
    ratioRow({ what: 'scan --json, this computer', ...here, peerName, atMost: 2 }),
    ratioRow({
      what: '  for comparison: node -e 0',
      ...bare,
      peerName,
      atMost: null,
      notes: ['what any Node program costs beside the same dpkg-query; no budget'],
    }),
    ...probeRows('Linux', costs),
  ];
}
