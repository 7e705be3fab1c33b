import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';

// Builds the gallery and photographs its scenes: node test/gallery/photograph-gallery.mjs FOLDER [VIEW…] [--scene NAME…]
// It uses the Chromium that CHROMIUM names, or Debian's. Words that no scene may contain and refused policies end it with 1.
const root = fileURLToPath(new URL('../../', import.meta.url));
const views = {
  light: { query: '&theme=light', context: { viewport: { width: 1120, height: 760 } } },
  dark: { query: '&theme=dark', context: { viewport: { width: 1120, height: 760 } } },
  spanish: { query: '&theme=light&lang=es', context: { viewport: { width: 1120, height: 760 } } },
  small: { query: '&theme=light', context: { viewport: { width: 800, height: 600 } } },
  zoomed: { query: '&theme=light&lang=es', context: { viewport: { width: 320, height: 400 } } },
  dense: { query: '&theme=light&dense', context: { viewport: { width: 1120, height: 760 } } },
  forced: {
    query: '',
    context: { viewport: { width: 1120, height: 760 }, forcedColors: 'active', colorScheme: 'dark' },
  },
};

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder for the pictures.');
const at = rest.indexOf('--scene');
const wantedViews = at === -1 ? rest : rest.slice(0, at);
const wantedScenes = at === -1 ? [] : rest.slice(at + 1);

const outDir = path.join(root, '.cache/gallery');
await build({
  configFile: false,
  root: path.join(root, 'src/renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: path.join(root, 'src/renderer/gallery.html') },
  },
});
const server = await preview({
  configFile: false,
  root: path.join(root, 'src/renderer'),
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
  logLevel: 'error',
});
const address = `http://127.0.0.1:${server.httpServer.address().port}/gallery.html`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const faults = [];
try {
  fs.mkdirSync(folder, { recursive: true });
  for (const [view, { query, context: options }] of Object.entries(views)) {
    if (wantedViews.length > 0 && !wantedViews.includes(view)) continue;
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on(
      'console',
      (message) =>
        message.type() === 'error' &&
        !message.location().url.endsWith('favicon.ico') &&
        faults.push(`${view}: ${message.text()}`),
    );
    page.on('pageerror', (error) => faults.push(`${view}: ${error.message}`));
    await page.goto(address);
    const names = await page.$$eval('li > a:first-child', (links) => links.map((link) => link.textContent));
    for (const name of names.filter((name) => wantedScenes.length === 0 || wantedScenes.includes(name))) {
      await page.goto(`${address}?scene=${name}${query}`);
      await page.waitForSelector('h1');
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) faults.push(`${view} ${name}: ${wide} px wider than the window`);
      await page.screenshot({ path: path.join(folder, `${name}.${view}.png`), fullPage: true, animations: 'disabled' });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await new Promise((resolve) => server.httpServer.close(resolve));
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
