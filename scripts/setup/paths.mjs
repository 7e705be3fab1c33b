import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const rootDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything made by scripts that is neither a product nor worth keeping; safe to delete at any time. */
export const cacheDir = path.join(rootDir, '.cache');

/** Large downloads, shared by all checkouts of one person. */
export const downloadsDir = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'offramp');

/** A path inside the checkout. */
export const inRoot = (...parts) => path.join(rootDir, ...parts);
