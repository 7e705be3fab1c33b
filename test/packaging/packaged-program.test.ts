import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtPackage, install, isInstalled, pathsOf, remove, whyNotInstallable } from './debian-package';
import { withPackagedWindow } from './packaged-window';
import { statedFuses } from './stated-fuses';

const unpacked = path.resolve('dist/packages/linux-unpacked');
const version = (JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string }).version;
const isLinux = process.platform === 'linux';

// How a set fuse is written in the program's file; Electron's tool does not export the name it has for it.
const ON = '1'.charCodeAt(0);

// One build serves all: making the Debian package leaves the unpacked program beside it.
beforeAll(() => {
  if (!isLinux) return;
  fs.rmSync('dist/packages', { recursive: true, force: true });
  execFileSync(process.execPath, ['scripts/dist.mjs', '--deb', '--quick'], { stdio: ['ignore', 'inherit', 'inherit'] });
});

describe.runIf(isLinux)('the packaged program', () => {
  test('carries exactly the stated fuses', async () => {
    const wire = await getCurrentFuseWire(path.join(unpacked, 'offramp'));

    const found = Object.keys(statedFuses()).map((name) => [
      name,
      Number(wire[FuseV1Options[name as keyof typeof FuseV1Options]]) === ON,
    ]);
    expect(wire.version).toBe(FuseVersion.V1);
    expect(Object.fromEntries(found)).toEqual(statedFuses());
  });

  test('opens its window', async () => {
    await withPackagedWindow({ binary: path.join(unpacked, 'offramp') }, async (page) => {
      await page.locator('#root > *').first().waitFor({ state: 'visible', timeout: 20_000 });

      expect(await page.title()).toContain('Offramp');
    });
  });

  test('cannot be turned into Node, given Node options or opened to an inspector', async () => {
    const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere/at/all.cjs' };

    const printed = await withPackagedWindow(
      { binary: path.join(unpacked, 'offramp'), env, args: ['--inspect=0'] },
      async (page) => expect(await page.title()).toContain('Offramp'),
    );

    expect(printed).not.toMatch(/Debugger listening|Cannot find module/);
  });

  // The archive's own integrity is checked by Electron on Windows and macOS only; here the fuse can only be read back.
  test('does not run a folder put beside its archive', async () => {
    const planted = path.join(unpacked, 'resources/app');
    fs.mkdirSync(planted, { recursive: true });
    fs.writeFileSync(path.join(planted, 'package.json'), '{"name":"planted","main":"main.js"}');
    fs.writeFileSync(path.join(planted, 'main.js'), 'console.log("PLANTED CODE RUNS"); process.exit(7);');
    try {
      const printed = await withPackagedWindow({ binary: path.join(unpacked, 'offramp') }, async (page) =>
        expect(await page.title()).toContain('Offramp'),
      );

      expect(printed).not.toContain('PLANTED');
    } finally {
      fs.rmSync(planted, { recursive: true });
    }
  });

  test('brings the command line and the signed data beside it', () => {
    const command = spawnSync(path.join(unpacked, 'resources/cli/offramp'), ['--version'], { encoding: 'utf8' });

    expect({ code: command.status, says: command.stdout.trim() }).toEqual({ code: 0, says: version });
    for (const name of ['knowledge.json', 'knowledge.sig', 'computers.json'])
      expect(fs.readFileSync(path.join(unpacked, 'resources/data', name))).toEqual(
        fs.readFileSync(`dist/data/${name}`),
      );
  });
});

describe.runIf(isLinux)('the Debian package', () => {
  test('installs, starts from the PATH, and leaves nothing when it is removed', async (context) => {
    const obstacle = whyNotInstallable();
    if (obstacle !== undefined) context.skip(obstacle);
    const deb = builtPackage();
    const paths = pathsOf(deb);
    const absentBefore = paths.filter((place) => !exists(place));

    try {
      install(deb);
      const title = await titleOf('offramp');
      const missing = paths.filter((place) => place.startsWith('/opt/') && !exists(place));
      remove();
      const left = absentBefore.filter(exists);

      expect({ title, missing, left, installed: isInstalled() }).toEqual({
        title: expect.stringContaining('Offramp') as string,
        missing: [],
        left: [],
        installed: false,
      });
    } finally {
      remove();
    }
  });
});

// Links count even when what they point to is gone.
const exists = (place: string): boolean => fs.lstatSync(place, { throwIfNoEntry: false }) !== undefined;

async function titleOf(binary: string): Promise<string> {
  let title = '';
  await withPackagedWindow({ binary }, async (page) => {
    title = await page.title();
  });
  return title;
}
