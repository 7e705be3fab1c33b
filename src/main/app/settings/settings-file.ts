import Store from 'electron-store';
import type { SettingsFile } from './open-settings';

export const settingsFileName = 'settings';

/** `settings.json` in the person's own folder for this program, replaced atomically. */
export function settingsFile(folder: string): SettingsFile {
  const store = new Store<Record<string, unknown>>({ cwd: folder, name: settingsFileName });
  return {
    read: () => store.store,
    write(settings) {
      store.store = { ...settings };
    },
  };
}
