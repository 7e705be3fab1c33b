import fs from 'node:fs';
import { parse } from 'yaml';

/** The fuses electron-builder.yml states, under the names Electron's own tool uses (`runAsNode` is `RunAsNode`). */
export function statedFuses(): Record<string, boolean> {
  const settings = parse(fs.readFileSync('electron-builder.yml', 'utf8')) as { electronFuses: Record<string, boolean> };
  const renamed = Object.entries(settings.electronFuses).map(([name, on]) => [
    name.charAt(0).toUpperCase() + name.slice(1),
    on,
  ]);
  return Object.fromEntries(renamed) as Record<string, boolean>;
}
