import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from '../../core/knowledge/words';

/** A small standard menu: editing keys, zoom and an end. Electron itself names what has a role. */
export function menuTemplate(words: Words, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions = {
    label: words('app.menu.edit'),
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words('app.menu.view'),
    submenu: [
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  if (platform === 'darwin') return [{ role: 'appMenu' }, edit, view, { role: 'windowMenu' }];
  return [{ label: words('app.menu.file'), submenu: [{ role: 'quit', label: words('app.menu.quit') }] }, edit, view];
}
