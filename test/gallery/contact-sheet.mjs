import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { photograph } from './photograph.mjs';

const columns = 8;
const tile = { width: 240, height: 163 };

/**
 * One picture for each view with every scene on it, small: enough to see what is crooked, and to see all of the program at once.
 * @param {{ folder: string, say: (line: string) => void }} wish
 */
export async function makeSheets({ folder, say }) {
  const work = mkdtempSync(path.join(tmpdir(), 'offramp-sheet-'));
  try {
    const { pictures } = await photograph({ folder: work, say });
    mkdirSync(folder, { recursive: true });
    for (const view of new Set(pictures.map((picture) => picture.view)))
      await sheetOf(
        pictures.filter((picture) => picture.view === view),
        path.join(folder, `${view}.png`),
        work,
        say,
      );
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function sheetOf(pictures, target, work, say) {
  const page = path.join(work, 'sheet.html');
  writeFileSync(page, htmlOf(pictures));
  const app = await _electron.launch({
    args: [
      '--disable-gpu',
      '--no-sandbox',
      '--force-device-scale-factor=1',
      `--user-data-dir=${path.join(work, 'user')}`,
      inRoot('test/gallery/gallery-window.cjs'),
      `file://${page}`,
    ],
    env: process.env,
  });
  try {
    const window = await app.firstWindow();
    await window.waitForLoadState('load');
    await window.setViewportSize({ width: columns * (tile.width + 12) + 12, height: 800 });
    await window.screenshot({ path: target, fullPage: true });
    say(path.relative(inRoot('.'), target));
  } finally {
    await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined);
    await app.close().catch(() => undefined);
  }
}

const htmlOf = (pictures) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 12px 0 0 12px; background: #cfd8d8; font: 11px system-ui, sans-serif; display: flex; flex-wrap: wrap; gap: 12px }
  figure { margin: 0; width: ${tile.width}px }
  div { height: ${tile.height}px; overflow: hidden; background: #fff; border: 1px solid #8aa }
  img { width: 100%; display: block }
</style>${pictures
  .map(({ scene, file }) => {
    const data = readFileSync(file).toString('base64');
    return `<figure><div><img src="data:image/png;base64,${data}" alt=""></div><figcaption>${scene}</figcaption></figure>`;
  })
  .join('\n')}`;
