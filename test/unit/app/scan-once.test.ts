import { describe, expect, test } from 'vitest';
import { scanOnce } from '../../../src/main/app/journey/scan-once';
import type { Scan } from '../../../src/main/core/matching/scan';
import type { ProbeRecord } from '../../../src/main/core/probing/finding';

describe('one scan at a time', () => {
  test('tells a page that comes late what was seen before it came, in order and once', async () => {
    const lab = scanning();
    lab.scan.begin();
    lab.see('packages');
    const joined = lab.scan.join();
    lab.see('services');
    lab.finish('first');

    const result = await joined;

    expect({ result, told: lab.told }).toEqual({ result: 'first', told: ['packages', 'services'] });
  });

  test('gives a scan that ended before anybody asked, and looks anew the next time', async () => {
    const lab = scanning();
    lab.scan.begin();
    lab.see('packages');
    lab.finish('first');

    const first = await lab.scan.join();
    const second = lab.scan.join();
    lab.finish('second');

    expect([first, await second, lab.started()]).toEqual(['first', 'second', 2]);
  });

  test('is shared by everybody who asks meanwhile', async () => {
    const lab = scanning();
    const both = Promise.all([lab.scan.join(), lab.scan.join()]);
    lab.finish('one');

    expect([await both, lab.started()]).toEqual([['one', 'one'], 1]);
  });

  test('says nothing more once another computer was chosen', async () => {
    const lab = scanning();
    const joined = lab.scan.join();
    lab.scan.abandon();
    lab.see('packages');
    lab.finish('first');
    await joined;

    expect(lab.told).toEqual([]);
  });

  test('gives a failure to whoever joins, and can be tried again', async () => {
    const lab = scanning();
    lab.scan.begin();
    lab.fail(new Error('blind'));

    await expect(lab.scan.join()).rejects.toThrow('blind');
    const again = lab.scan.join();
    lab.finish('seen');

    expect(await again).toBe('seen');
  });
});

/** A scan whose course the test decides. Results are names instead of whole scans. */
function scanning() {
  const told: string[] = [];
  const runs: {
    see: (probe: ProbeRecord, found: readonly []) => void;
    finish: (scan: Scan) => void;
    fail: (error: Error) => void;
  }[] = [];
  const scan = scanOnce(
    (see) => new Promise<Scan>((finish, fail) => runs.push({ see, finish, fail })),
    ({ probe }) => void told.push(probe.id),
  );
  const latest = () => {
    const run = runs.at(-1);
    if (run === undefined) throw new Error('no scan was started');
    return run;
  };
  return {
    scan,
    told,
    started: () => runs.length,
    see: (id: string) => latest().see({ id, status: 'ok', required: true, ms: 1, reason: null }, []),
    finish: (name: string) => latest().finish(name as unknown as Scan),
    fail: (error: Error) => latest().fail(error),
  };
}
