#!/usr/bin/env node
// npm run screenshots: the five stages in the real window, on a simulated computer, as pictures in docs/screenshots.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { build } from './build/build.mjs';
import { electronEnvironment, findElectron } from './setup/electron-runtime.mjs';
import { inRoot } from './setup/paths.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

const say = sayTo(process.stdout);

// Without a display the script starts itself once more under a hidden one.
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  const again = spawnSync(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1600x1200x24', process.execPath, ...process.argv.slice(1)],
    { stdio: 'inherit' },
  );
  process.exit(again.status ?? 1);
}

const ready = await setUp({ window: true, hiddenDisplay: true }, { say });
if (!ready.ok || !(await build({ say })).ok) process.exit(1);
const electron = findElectron();
if (electron === undefined) process.exit(1);
Object.assign(process.env, electronEnvironment(electron));
const { _electron } = await import('@playwright/test');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'offramp-pictures-'));
const { ELECTRON_RENDERER_URL: _page, ...environment } = process.env;

/** One journey from the first look to the proof, photographed at every stage. */
async function photograph(into, words, media) {
  fs.mkdirSync(inRoot(into), { recursive: true });
  const user = fs.mkdtempSync(path.join(folder, 'user-'));
  const app = await _electron.launch({
    args: [
      '--disable-gpu',
      '--force-device-scale-factor=1',
      `--user-data-dir=${user}`,
      '.',
      '--machine',
      'sim:linux-server',
      ...words.args,
    ],
    cwd: inRoot('.'),
    env: { ...environment, LANG: 'C.UTF-8', OFFRAMP_STATE_DIR: path.join(user, 'state') },
  });
  try {
    const page = await app.firstWindow();
    await page.emulateMedia({ reducedMotion: 'reduce', ...media });
    await page.locator('body[data-ready="true"]').waitFor();
    const shoot = async (name) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: inRoot(into, `${words.prefix}${name}.png`) });
      say(`${into}/${words.prefix}${name}.png`);
    };
    await shoot('1-check');
    await page.getByTestId('stage-prepare').click();
    await page.getByTestId('to-choose').waitFor();
    const ticks = page.locator('[data-testid^="prepare-done-"], [data-testid^="settle-"]');
    for (let at = 0; at < (await ticks.count()); at += 1) await ticks.nth(at).click();
    await shoot('2-prepare');
    await page.getByTestId('to-choose').click();
    await page.locator('[data-testid^="alternative-"]').first().waitFor();
    await shoot('3-choose');
    await page.getByTestId('stage-remove').click();
    await page.getByTestId('start-removal').waitFor();
    await shoot('4-remove');
    await page.getByTestId('start-removal').click();
    await page.getByTestId('confirm-removal').click();
    await page.locator('[data-testid="run-step-check-gone"][data-state="passed"]').waitFor({ timeout: 30_000 });
    await page.getByTestId('stage-prove').click();
    await page.getByTestId('gone-verdict').waitFor();
    await shoot('5-prove');
  } finally {
    await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined);
    await app.close().catch(() => undefined);
  }
}

try {
  await photograph('docs/screenshots', { args: ['--lang', 'en'], prefix: '' }, { colorScheme: 'light' });
  await photograph('docs/screenshots/more', { args: ['--lang', 'en'], prefix: 'dark-' }, { colorScheme: 'dark' });
  await photograph('docs/screenshots/more', { args: ['--lang', 'es'], prefix: 'es-' }, { colorScheme: 'light' });
  await photograph('docs/screenshots/more', { args: ['--lang', 'en'], prefix: 'forced-' }, { forcedColors: 'active' });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
