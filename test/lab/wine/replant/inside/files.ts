import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PlantedFile } from '../planting';
import type { Undo } from './agent';

/** Makes folders and files where nothing lies yet; what this Windows has already stays as it is. */
export function placeFiles(
  folders: readonly string[],
  files: readonly PlantedFile[],
  remember: (undo: Undo) => void,
): void {
  const made: string[] = [];
  const isCovered = (place: string): boolean => made.some((folder) => place.toLowerCase().startsWith(folder));
  for (const folder of [...folders, ...new Set(files.map((file) => path.dirname(file.path)))]) {
    const topmost = mkdirSync(folder, { recursive: true });
    if (topmost === undefined) continue;
    made.push(`${topmost.toLowerCase()}\\`);
    remember(() => rmSync(topmost, { recursive: true, maxRetries: 20, retryDelay: 20 }));
  }
  for (const file of files) {
    if (existsSync(file.path)) continue;
    if ('text' in file) writeFileSync(file.path, file.text);
    else copyFileSync(standIn, file.path);
    if ('standIn' in file && file.standIn.says !== null) writeFileSync(`${file.path}.says`, file.standIn.says);
    // What lies in a folder that was made goes with it.
    if (!isCovered(file.path)) remember(() => rmSync(file.path));
  }
}

export const standIn = 'C:\\offramp-lab\\stand-in.exe';
