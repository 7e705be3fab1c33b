import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export { expect } from '@playwright/test';

export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A folder of this test's own, gone afterwards: `state` for what runs record, `user` for the program's settings. */
  readonly folder: string;
}

export interface Start {
  /** Starts the program with these words and waits until the first look is done. Everything started ends with the test. */
  (words?: readonly string[], more?: { readonly folder?: string; readonly waitUntilReady?: boolean }): Promise<Started>;
}

/** Same picture and same clock wherever the tests run. */
const steady = [
  '--disable-gpu',
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

export const test = base.extend<{ start: Start; folder: string }>({
  folder: async ({}, use) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'offramp-e2e-'));
    await use(folder);
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  start: async ({ folder: ownFolder }, use) => {
    const started: ElectronApplication[] = [];
    await use(async (words = [], { folder = ownFolder, waitUntilReady = true } = {}) => {
      const app = await _electron.launch({
        args: [...steady, `--user-data-dir=${path.join(folder, 'user')}`, '.', ...words],
        env: environment(folder),
      });
      started.push(app);
      const page = await app.firstWindow();
      if (waitUntilReady) await page.locator('body[data-ready="true"]').waitFor({ timeout: 20_000 });
      return { app, page, folder };
    });
    for (const app of started) await end(app);
  },
});

/** What a program started by a test may know of this computer. */
export function environment(folder: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(LANG|LC_|SSH_|ELECTRON_RENDERER_URL)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), LANG: 'C.UTF-8', TZ: 'UTC', OFFRAMP_STATE_DIR: path.join(folder, 'state') };
}

/** A window that asks before it closes would wait for ever. */
async function end(app: ElectronApplication): Promise<void> {
  const child = app.process();
  if (child.exitCode !== null || child.signalCode !== null) return;
  await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined);
  await app.close().catch(() => undefined);
}
