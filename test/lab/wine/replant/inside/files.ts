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
  for (const folder of folders) makeFolder(folder, remember);
  for (const file of files) {
    if (existsSync(file.path)) continue;
    makeFolder(path.dirname(file.path), remember);
    if ('text' in file) writeFileSync(file.path, file.text);
    else {
      copyFileSync(standIn, file.path);
      if (file.standIn.says !== null) place(`${file.path}.says`, file.standIn.says, remember);
    }
    remember(() => rmSync(file.path));
  }
}

function place(file: string, text: string, remember: (undo: Undo) => void): void {
  writeFileSync(file, text);
  remember(() => rmSync(file));
}

/** Remembers the topmost folder that had to be made. */
function makeFolder(folder: string, remember: (undo: Undo) => void): void {
  const made = mkdirSync(folder, { recursive: true });
  if (made !== undefined) remember(() => rmSync(made, { recursive: true, maxRetries: 20, retryDelay: 20 }));
}

export const standIn = 'C:\\offramp-lab\\stand-in.exe';
