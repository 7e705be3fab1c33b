/**
 * Stand-in for Electron's default app: `electron [-r module]… [switches] <app folder or file> [arguments]`.
 * The registry's copy of Electron comes without one; with this in resources/app it behaves like the stock binary, so
 * the same command lines, the same Playwright launch and the same `process.defaultApp` work with both.
 */
export const standInFiles = {
  'package.json': `${JSON.stringify({ name: 'electron-stand-in', version: '0.0.0', type: 'module', main: 'main.js' })}\n`,
  'main.js': `import { app } from 'electron';
import Module, { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(1);
const modules = [];
let target;
for (let at = 0; at < words.length && target === undefined; at += 1) {
  if (words[at] === '-r') modules.push(words[(at += 1)]);
  else if (words[at] === '-v' || words[at] === '--version') {
    console.log('v' + process.versions.electron);
    process.exit(0);
  } else if (!words[at].startsWith('-')) target = path.resolve(words[at]);
}
if (target === undefined) {
  console.error('usage: electron [-r module] [switches] <app>');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
const require = createRequire(import.meta.url);
for (const name of modules) require(path.resolve(name));
const file = Module._resolveFilename(target, null, true);
const manifest = path.join(target, 'package.json');
if (fs.existsSync(manifest)) {
  const { version, productName, name } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  app.setName(productName ?? name ?? app.name);
  app.setAppPath(target);
} else app.setAppPath(path.dirname(file));
await import(pathToFileURL(file).href);
`,
};
