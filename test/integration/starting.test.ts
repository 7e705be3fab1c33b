import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../support/command-line';

const compiled = join(dirname(bundle), 'offramp.cache');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offramp-start-'));
  copyFileSync(bundle, join(folder, 'offramp.cjs'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = () => spawnSync(process.execPath, [join(folder, 'offramp.cjs'), 'demo', '--json'], { encoding: 'utf8' });

describe('the bundled command line', () => {
  it('is one file that needs nothing beside it', () => {
    const { status, stdout, stderr } = start();

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toHaveProperty('schemaVersion', 1);
  });

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['half of it', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['noise after the mark', (whole: Buffer) => Buffer.concat([whole.subarray(0, 64), Buffer.alloc(5000, 7)])],
    ["another program's", (whole: Buffer) => Buffer.concat([Buffer.alloc(64, 'a'), whole.subarray(64)])],
  ])('starts all the same when what was compiled ahead is %s', (_what, spoiled) => {
    const sound = start().stdout;
    writeFileSync(join(folder, 'offramp.cache'), spoiled(readFileSync(compiled)));

    const { status, stdout, stderr } = start();

    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: sound });
  });
});
