import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { defaultCacheFolder, fetchPinned } from './pinned-package.mjs';

/**
 * Puts a complete, small koffi for Windows x64 at `folder`. Its binary lies in a `node_modules` of its own, so that Node's search
 * ends there and never reaches `C:\node_modules`, a folder that an ordinary user may create.
 */
export async function placeKoffi(folder, cacheFolder = defaultCacheFolder()) {
  const koffi = await fetchPinned('koffi', cacheFolder);
  const binary = await fetchPinned('@koromix/koffi-win32-x64', cacheFolder);
  await rm(folder, { recursive: true, force: true });
  const own = ['package.json', 'LICENSE.txt', 'index.cjs', 'src/koffi/index.cjs', 'src/koffi/src/static.cjs'];
  for (const file of own) await cp(path.join(koffi, file), path.join(folder, file));
  const inside = path.join(folder, 'node_modules/@koromix/koffi-win32-x64');
  for (const file of ['package.json', 'index.js', 'win32_x64/koffi.node']) {
    await cp(path.join(binary, file), path.join(inside, file));
  }
}
