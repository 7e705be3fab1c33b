import { posix } from 'node:path';
import { browserPlaces } from './browser-places';

/** Systems on which hosts are registered by files in folders; on Windows the registry does it. */
export type FileSystemPlatform = 'linux' | 'macos';

export interface NativeHostPlace {
  readonly browser: string;
  /** An absolute path, or one below a home. */
  readonly folder: string;
}

/**
 * Where a system's own native messaging hosts are registered. Firefox's folders on Linux are known from reports (C-NM-ISSUES, seen
 * 2026-11-23); the others are the browsers' usual ones, unverified, and only widen where we look.
 */
export const systemHostPlaces: Readonly<Record<FileSystemPlatform, readonly NativeHostPlace[]>> = {
  linux: [
    { browser: 'Chrome', folder: '/etc/opt/chrome/native-messaging-hosts' },
    { browser: 'Chromium', folder: '/etc/chromium/native-messaging-hosts' },
    { browser: 'Edge', folder: '/etc/opt/edge/native-messaging-hosts' },
    { browser: 'Firefox', folder: '/usr/lib/mozilla/native-messaging-hosts' },
    { browser: 'Firefox', folder: '/usr/lib64/mozilla/native-messaging-hosts' },
  ],
  macos: [
    { browser: 'Chrome', folder: '/Library/Google/Chrome/NativeMessagingHosts' },
    { browser: 'Chromium', folder: '/Library/Application Support/Chromium/NativeMessagingHosts' },
    { browser: 'Edge', folder: '/Library/Microsoft/Edge/NativeMessagingHosts' },
    { browser: 'Firefox', folder: '/Library/Application Support/Mozilla/NativeMessagingHosts' },
  ],
};

/** Where a person's own are registered, below the home: with a Chromium in its folder, with a Firefox beside all its profiles. */
export function userHostPlaces(platform: FileSystemPlatform): readonly NativeHostPlace[] {
  const chromium = browserPlaces[platform]
    .filter(({ kind }) => kind === 'chromium')
    .map(({ browser, folder }) => ({ browser, folder: `${folder}/NativeMessagingHosts` }));
  const firefox =
    platform === 'macos'
      ? ['Library/Application Support/Mozilla/NativeMessagingHosts']
      : browserPlaces.linux
          .filter(({ kind }) => kind === 'firefox')
          .map(({ folder }) => `${posix.dirname(folder)}/native-messaging-hosts`);
  return [...chromium, ...firefox.map((folder) => ({ browser: 'Firefox', folder }))];
}
