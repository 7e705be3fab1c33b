import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { isSea } from 'node:sea';

/** The part of koffi we use, without its `any`: each binding states its own signature. */
export interface Koffi {
  load(library: string): { func(definition: string): unknown };
  address(buffer: Uint8Array): bigint;
}

export type LoadedKoffi =
  | { readonly ok: true; readonly koffi: Koffi; readonly from: string }
  | { readonly ok: false; readonly reason: 'library-missing' | 'library-broken'; readonly detail: string };

/**
 * Loads koffi at run time. It is never part of a bundle, because it finds its own binary relative to itself.
 *
 * Looks only in exact places and never asks Node to search: Node's own search goes up to `C:\node_modules`, a folder that an
 * ordinary user may create, and this code also runs elevated. A single executable looks in its own folder alone.
 * `folders` are asked first, in order: each may hold `koffi` or `node_modules/koffi`.
 */
export function loadKoffi(folders: readonly string[]): LoadedKoffi {
  const places = isSea() ? [join(dirname(process.execPath), 'koffi')] : placesBeside(folders);
  const from = places.find((place) => existsSync(join(place, 'index.cjs')));
  if (from === undefined) return { ok: false, reason: 'library-missing', detail: places.join(', ') };
  try {
    return { ok: true, koffi: createRequire(join(from, 'index.cjs'))(join(from, 'index.cjs')) as Koffi, from };
  } catch (error) {
    // Wrong processor, a file an antivirus took away, half a copy: all of them are the computer's state, not a bug of ours.
    return { ok: false, reason: 'library-broken', detail: error instanceof Error ? error.message : String(error) };
  }
}

function placesBeside(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => [join(folder, 'koffi'), ...modulesAbove(folder)]);
}

/** `node_modules/koffi` in the folder and in those above it, but never at a drive's root. */
function modulesAbove(folder: string): readonly string[] {
  if (folder === parse(folder).root) return [];
  return [join(folder, 'node_modules', 'koffi'), ...modulesAbove(dirname(folder))];
}
