/**
 * Loaded before dependency-cruiser (node --import) to mend two things in its swc reader, the only one that works beside
 * TypeScript 7 (both seen in dependency-cruiser 17.4.3 on 2026-11-23):
 * - it takes every file for plain TypeScript and stops at the first tag of a .tsx file;
 * - it cannot tell `import type` from `import`. The page's files may take types from the main side but no values, so there,
 *   and only there, imports that vanish when compiled are left out before the rules are asked.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const swc = createRequire(import.meta.url)('@swc/core');
const { parseFileSync } = swc;
const page = path.join('src', 'renderer') + path.sep;

swc.parseFileSync = (file, options) => {
  const read = parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
  const isPage = path.relative('', file).startsWith(page);
  return isPage ? { ...read, body: read.body.filter((item) => item.typeOnly !== true) } : read;
};
