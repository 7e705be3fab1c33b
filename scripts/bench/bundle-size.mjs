import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../setup/paths.mjs';
import { limitRow } from './rows.mjs';

/** What the first screen loads: the scripts and styles that index.html names, and what those scripts import at once. */
export async function benchBundle() {
  const page = inRoot('dist/app/renderer/index.html');
  const files = loadedBy(page);
  if (!files.some((file) => file.endsWith('.js'))) throw new Error(`${page} loads no script`);
  const sizes = files.map((file) => ({ file, bytes: gzipSync(fs.readFileSync(file), { level: 9 }).length }));
  const kilobytes = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const notes = [sizes.map(({ file, bytes }) => `${path.basename(file)} ${(bytes / 1000).toFixed(1)} kB`).join(', ')];
  return [limitRow({ what: 'first screen, gzip', value: kilobytes, unit: 'kB', atMost: 250, notes })];
}

function loadedBy(page) {
  const html = fs.readFileSync(page, 'utf8').replace(/<!--.*?-->/gs, '');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    (match) => match[1],
  );
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    // Minified imports: `import"./a.js"`, `from"./a.js"`. A call `import(…)` is loaded later and has a bracket.
    const imports = fs.readFileSync(file, 'utf8').matchAll(/(?:\bimport|\bfrom)\s*"(\.[^"]+\.js)"/g);
    for (const [, target] of imports) add(path.resolve(path.dirname(file), target));
  };
  for (const name of named) add(path.resolve(path.dirname(page), name));
  return [...files];
}
