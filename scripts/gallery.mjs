#!/usr/bin/env node
// npm run gallery: every screen in every state, served to a plain browser.
// npm run gallery -- --pictures FOLDER [VIEW…] [--scene NAME…]: photographs them in Electron; faults end it with 1.
// npm run gallery -- --sheet: the contact sheets in docs/screenshots.
import { spawnSync } from 'node:child_process';
import { electronEnvironment, findElectron } from './setup/electron-runtime.mjs';
import { inRoot } from './setup/paths.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

const say = sayTo(process.stdout);
const [what, ...rest] = process.argv.slice(2);
if (what === undefined) await serve();
else if (what === '--pictures' && rest[0] !== undefined) await inWindow(() => pictures(rest));
else if (what === '--sheet') await inWindow(sheets);
else {
  say('npm run gallery [-- --pictures FOLDER [VIEW…] [--scene NAME…] | -- --sheet]');
  process.exitCode = 2;
}

async function serve() {
  const ready = await setUp({}, { say });
  if (!ready.ok) return void (process.exitCode = 1);
  const { serveGallery } = await import('../test/gallery/serve-gallery.mjs');
  const { address } = await serveGallery({ port: 4180 });
  say(`Every screen in every state: ${address}   (Ctrl-C ends it)`);
}

/** Pictures need Electron and a display; without one the script starts itself once more under a hidden one. */
async function inWindow(work) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    const ready = await setUp({ window: true, hiddenDisplay: true }, { say });
    if (!ready.ok) return void (process.exitCode = 1);
    const args = ['-a', '-s', '-screen 0 1600x1200x24', process.execPath, ...process.argv.slice(1)];
    process.exitCode = spawnSync('xvfb-run', args, { stdio: 'inherit' }).status ?? 1;
    return;
  }
  const electron = findElectron();
  if (electron === undefined) throw new Error('There is no Electron here yet: npm start sets it up.');
  Object.assign(process.env, electronEnvironment(electron));
  await work();
}

async function pictures([folder, ...words]) {
  const { photograph } = await import('../test/gallery/photograph.mjs');
  const at = words.indexOf('--scene');
  const wantedViews = at === -1 ? words : words.slice(0, at);
  const wantedScenes = at === -1 ? [] : words.slice(at + 1);
  const { faults } = await photograph({ folder, wantedViews, wantedScenes, say });
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

async function sheets() {
  const { makeSheets } = await import('../test/gallery/contact-sheet.mjs');
  await makeSheets({ folder: inRoot('docs/screenshots/sheets'), say });
}
