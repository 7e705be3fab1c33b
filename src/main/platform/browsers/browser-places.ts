import type { Platform } from '../../core/machine/shapes';

export interface BrowserPlace {
  readonly browser: string;
  readonly kind: 'chromium' | 'firefox';
  /** Below a home. For Firefox the folder whose subfolders are the profiles. */
  readonly folder: string;
}

/**
 * Where browsers keep their profiles below a home: section 3.2 of the facts on browsers (C-OSQ, seen 2026-11-23). On Windows these are
 * the usual places of %LOCALAPPDATA% and %APPDATA%; a firm that moved them to a server hides them from us. Places for flatpak other than
 * Brave's follow flatpak's own rule, `~/.var/app/<id>/config`.
 */
export const browserPlaces: Readonly<Record<Platform, readonly BrowserPlace[]>> = {
  linux: [
    { browser: 'Chrome', kind: 'chromium', folder: '.config/google-chrome' },
    { browser: 'Chrome', kind: 'chromium', folder: '.var/app/com.google.Chrome/config/google-chrome' },
    { browser: 'Edge', kind: 'chromium', folder: '.config/microsoft-edge' },
    { browser: 'Edge', kind: 'chromium', folder: '.var/app/com.microsoft.Edge/config/microsoft-edge' },
    { browser: 'Brave', kind: 'chromium', folder: '.config/BraveSoftware/Brave-Browser' },
    { browser: 'Brave', kind: 'chromium', folder: '.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser' },
    { browser: 'Chromium', kind: 'chromium', folder: '.config/chromium' },
    { browser: 'Chromium', kind: 'chromium', folder: 'snap/chromium/common/chromium' },
    { browser: 'Chromium', kind: 'chromium', folder: '.var/app/org.chromium.Chromium/config/chromium' },
    // The stable version drops the suffix; not in the source.
    { browser: 'Yandex', kind: 'chromium', folder: '.config/yandex-browser' },
    { browser: 'Yandex', kind: 'chromium', folder: '.config/yandex-browser-beta' },
    { browser: 'Opera', kind: 'chromium', folder: '.config/opera' },
    { browser: 'Vivaldi', kind: 'chromium', folder: '.config/vivaldi' },
    { browser: 'Firefox', kind: 'firefox', folder: '.mozilla/firefox' },
    // New profiles since Firefox 147.
    { browser: 'Firefox', kind: 'firefox', folder: '.config/mozilla/firefox' },
    { browser: 'Firefox', kind: 'firefox', folder: 'snap/firefox/common/.mozilla/firefox' },
    { browser: 'Firefox', kind: 'firefox', folder: '.var/app/org.mozilla.firefox/.mozilla/firefox' },
  ],
  windows: [
    { browser: 'Chrome', kind: 'chromium', folder: 'AppData/Local/Google/Chrome/User Data' },
    { browser: 'Edge', kind: 'chromium', folder: 'AppData/Local/Microsoft/Edge/User Data' },
    { browser: 'Brave', kind: 'chromium', folder: 'AppData/Local/BraveSoftware/Brave-Browser/User Data' },
    { browser: 'Chromium', kind: 'chromium', folder: 'AppData/Local/Chromium' },
    // As with the others; the source names the folder above it.
    { browser: 'Chromium', kind: 'chromium', folder: 'AppData/Local/Chromium/User Data' },
    { browser: 'Yandex', kind: 'chromium', folder: 'AppData/Local/Yandex/YandexBrowser/User Data' },
    { browser: 'Opera', kind: 'chromium', folder: 'AppData/Roaming/Opera Software/Opera Stable' },
    { browser: 'Vivaldi', kind: 'chromium', folder: 'AppData/Local/Vivaldi/User Data' },
    { browser: 'Firefox', kind: 'firefox', folder: 'AppData/Roaming/Mozilla/Firefox/Profiles' },
  ],
  macos: [
    { browser: 'Chrome', kind: 'chromium', folder: 'Library/Application Support/Google/Chrome' },
    { browser: 'Edge', kind: 'chromium', folder: 'Library/Application Support/Microsoft Edge' },
    { browser: 'Brave', kind: 'chromium', folder: 'Library/Application Support/BraveSoftware/Brave-Browser' },
    { browser: 'Chromium', kind: 'chromium', folder: 'Library/Application Support/Chromium' },
    { browser: 'Yandex', kind: 'chromium', folder: 'Library/Application Support/Yandex/YandexBrowser' },
    { browser: 'Opera', kind: 'chromium', folder: 'Library/Application Support/com.operasoftware.Opera' },
    { browser: 'Vivaldi', kind: 'chromium', folder: 'Library/Application Support/Vivaldi' },
    { browser: 'Firefox', kind: 'firefox', folder: 'Library/Application Support/Firefox/Profiles' },
  ],
};
