import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDetached } from '../../../src/main/app/journey/start-detached';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offramp-detached-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a program that outlives the window', () => {
  test('gives its code and what it printed, and leaves no files', async () => {
    const { ended } = startDetached(
      node('console.log("out"); console.error("err"); process.exitCode = 5'),
      folder,
      process.env,
    );

    expect(await ended).toEqual({ code: 5, printed: 'out\n', complained: 'err\n' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('has a session of its own and no pipe to us that could break', async () => {
    const script =
      'const fs = require("fs"); console.log(JSON.stringify([fs.readFileSync("/proc/self/stat","utf8").split(") ")[1].split(" ")[3] == process.pid, [0, 1, 2].map((n) => fs.fstatSync(n).isFIFO())]))';

    const { ended } = startDetached(node(script), folder, process.env);

    expect(JSON.parse((await ended).printed)).toEqual([true, [false, false, false]]);
  });

  test('is not given what could change what a Node program does', async () => {
    const environment = {
      PATH: process.env['PATH'],
      KEPT: 'yes',
      NODE_OPTIONS: '--no-warnings',
      ELECTRON_RUN_AS_NODE: '1',
      LD_PRELOAD: '',
    };

    const { ended } = startDetached(node('console.log(Object.keys(process.env).sort().join())'), folder, environment);

    expect((await ended).printed.trim()).toBe('KEPT,PATH');
  });

  test('says why it could not be started', async () => {
    const { ended } = startDetached({ program: '/nowhere/at/all', arguments: [] }, folder, process.env);

    expect(await ended).toEqual({ code: null, printed: '', complained: expect.stringContaining('ENOENT') as string });
  });
});

const node = (script: string) => ({ program: process.execPath, arguments: ['-e', script] });
