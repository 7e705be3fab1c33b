/**
 * Where browsers keep their profiles below a home: section 3.2 of the facts on browsers (C-OSQ, seen 2026-11-23). Firefox has a new
 * place for new profiles since 147. Places for flatpak other than Brave's follow flatpak's own rule, `~/.var/app/<id>/config`.
 */
export const browserPlaces: readonly {
  readonly browser: string;
  readonly kind: 'chromium' | 'firefox';
  readonly folder: string;
}[] = [
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
  { browser: 'Firefox', kind: 'firefox', folder: '.config/mozilla/firefox' },
  { browser: 'Firefox', kind: 'firefox', folder: 'snap/firefox/common/.mozilla/firefox' },
  { browser: 'Firefox', kind: 'firefox', folder: '.var/app/org.mozilla.firefox/.mozilla/firefox' },
];
