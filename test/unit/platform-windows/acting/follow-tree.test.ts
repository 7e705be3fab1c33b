import { describe, expect, test } from 'vitest';
import type { ActingTools } from '../../../../src/main/platform/windows/acting/acting-tools';
import { followTree } from '../../../../src/main/platform/windows/acting/follow-tree';
import type { ProcessTree } from '../../../../src/main/platform/windows/native/process-tree';

const vendor = 'C:\\Program Files\\Vendor';

interface Moment {
  readonly exitCode: number | null;
  readonly running: readonly (readonly [name: string, executable: string | null])[];
}

/** A tree that lives through the given moments, one a look; the last one stays. */
async function follow(moments: readonly Moment[]) {
  let at = 0;
  let clock = 0;
  const now = (): Moment => moments[Math.min(at, moments.length - 1)] ?? { exitCode: 0, running: [] };
  const tree: ProcessTree = {
    pid: 1,
    exitCode: () => now().exitCode,
    members: () => now().running.map((_, index) => index + 1),
    close: () => undefined,
  };
  const lines: string[] = [];
  const tools = {
    native: {
      folders: { windows: 'C:\\Windows', system: 'C:\\Windows\\System32' },
      processes: {
        list: () => ({
          status: 'ok',
          value: now().running.map(([name, executable], index) => ({ pid: index + 1, name, executable })),
        }),
      },
    },
    monotonicMs: () => clock,
    wait: async () => {
      at += 1;
      clock += 10_000;
      if (at > 200) throw new Error('It is followed for ever.');
    },
  } as unknown as ActingTools;
  const code = await followTree(tree, tools, { folders: [vendor], log: null, report: (line) => lines.push(line) });
  return { code, looks: at, lines };
}

describe('followTree', () => {
  test('goes on after the program has ended, while a copy of it works', async () => {
    const copy = ['Un_A.exe', `${vendor}\\Un_A.exe`] as const;

    const { code, looks } = await follow([
      { exitCode: null, running: [copy] },
      { exitCode: 0, running: [copy] },
      { exitCode: 0, running: [copy] },
      { exitCode: 0, running: [] },
    ]);

    expect({ code, looks }).toEqual({ code: 0, looks: 3 });
  });

  test('counts Windows’ own programs and those that may not be looked into, not a browser or the desktop', async () => {
    const { looks } = await follow([
      { exitCode: 3010, running: [['rundll32.exe', 'C:\\Windows\\System32\\rundll32.exe']] },
      { exitCode: 3010, running: [['hidden.exe', null]] },
      {
        exitCode: 3010,
        running: [
          ['browser.exe', 'C:\\Program Files\\Browser\\browser.exe'],
          ['explorer.exe', 'C:\\Windows\\explorer.exe'],
          ['look-alike.exe', 'C:\\Program Files\\Vendor-not\\look-alike.exe'],
        ],
      },
    ]);

    expect(looks).toBe(2);
  });

  test('tells how long it has run and what is running, every quarter of a minute', async () => {
    const { lines } = await follow([
      ...Array.from({ length: 7 }, () => ({ exitCode: null, running: [['a.exe', `${vendor}\\a.exe`] as const] })),
      { exitCode: 0, running: [] },
    ]);

    expect(lines).toEqual(['0:20 · a.exe', '0:40 · a.exe', '1:00 · a.exe']);
  });
});
