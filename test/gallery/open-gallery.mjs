import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { serveGallery } from './serve-gallery.mjs';
import { views } from './views.mjs';

/**
 * The gallery in an Electron window. `show` draws one scene in one view and waits until it stands; what the page complains of (errors, refused
 * policies) gathers in `complaints`.
 */
export async function openGallery() {
  const { address, stop } = await serveGallery();
  const user = mkdtempSync(path.join(tmpdir(), 'offramp-gallery-'));
  const app = await _electron.launch({
    args: [
      '--disable-gpu',
      '--no-sandbox',
      '--force-device-scale-factor=1',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      `--user-data-dir=${user}`,
      inRoot('test/gallery/gallery-window.cjs'),
      address,
    ],
    env: { ...process.env, LANG: 'C.UTF-8', TZ: 'UTC' },
  });
  const page = await app.firstWindow();
  const complaints = [];
  let shown = 'the list';
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      complaints.push(`${shown}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${shown}: ${error.message}`));
  await page.waitForSelector('li > a');
  const names = await page.$$eval('li > a:first-child', (links) => links.map((link) => link.textContent));
  return {
    page,
    names,
    complaints,
    async show(name, view) {
      const { query, size, media } = views[view];
      shown = `${name} (${view})`;
      await page.setViewportSize(size);
      await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none', colorScheme: 'light', ...media });
      await page.goto(`${address}?scene=${name}${query}`);
      await page.waitForSelector('h1');
    },
    /** How many pixels of the page lie beyond the right edge of its window; 0 is as it must be. */
    hiddenWidth: () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    /** Texts that are cut off at the edge of their own place; what scrolls is not cut off. */
    cutTexts: () =>
      page.$$eval('body *', (elements) =>
        elements
          .filter((element) => {
            const { overflowX, textOverflow, clipPath, position } = getComputedStyle(element);
            const cuts = overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis';
            const seen = element.clientWidth > 1 && !(position === 'absolute' && clipPath !== 'none');
            return cuts && seen && element.scrollWidth > element.clientWidth + 1;
          })
          .map((element) => `${element.tagName.toLowerCase()}: ${element.textContent.slice(0, 60)}`),
      ),
    async close() {
      await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined);
      await app.close().catch(() => undefined);
      await stop();
      rmSync(user, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
