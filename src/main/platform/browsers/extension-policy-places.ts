import type { FileSystemPlatform } from './native-host-places';

/** `forced` places hold policies, `offered` ones a file `<id>.json` for each extension. Absolute, or below a home. */
interface ExtensionPolicyPlace {
  readonly browser: string;
  readonly folder: string;
}

interface PolicyPlaces {
  /** Folders whose every `.json` file holds policies. */
  readonly policyFolders: readonly ExtensionPolicyPlace[];
  readonly offeredFolders: readonly ExtensionPolicyPlace[];
  readonly offeredBelowHome: readonly ExtensionPolicyPlace[];
}

/**
 * Where extensions are given to browsers from outside a profile. Chrome's folder on macOS is confirmed (C-CHROME-EXT, C-GIST-EXT, seen
 * 2026-11-23); the others are the browsers' own documented places, not in the sources on Kaspersky, and only widen where we look.
 */
export const extensionPolicyPlaces: Readonly<Record<FileSystemPlatform, PolicyPlaces>> = {
  linux: {
    policyFolders: [
      { browser: 'Chrome', folder: '/etc/opt/chrome/policies/managed' },
      { browser: 'Chromium', folder: '/etc/chromium/policies/managed' },
      { browser: 'Edge', folder: '/etc/opt/edge/policies/managed' },
      { browser: 'Brave', folder: '/etc/brave/policies/managed' },
    ],
    offeredFolders: [
      { browser: 'Chrome', folder: '/opt/google/chrome/extensions' },
      { browser: 'Chrome', folder: '/usr/share/google-chrome/extensions' },
    ],
    offeredBelowHome: [],
  },
  macos: {
    policyFolders: [],
    offeredFolders: [{ browser: 'Chrome', folder: '/Library/Application Support/Google/Chrome/External Extensions' }],
    offeredBelowHome: [{ browser: 'Chrome', folder: 'Library/Application Support/Google/Chrome/External Extensions' }],
  },
};

/** Firefox keeps one file for its policies, under the name `policies`. */
export const firefoxPolicyFile = '/etc/firefox/policies/policies.json';

/** Where macOS keeps what device management sets, for all and for one person in a folder of that person's name. */
export const managedPreferences = '/Library/Managed Preferences';

/** Below it, by browser. */
export const managedPreferenceFiles = [
  { browser: 'Chrome', file: 'com.google.Chrome.plist' },
  { browser: 'Edge', file: 'com.microsoft.Edge.plist' },
  { browser: 'Brave', file: 'com.brave.Browser.plist' },
  { browser: 'Chromium', file: 'org.chromium.Chromium.plist' },
  { browser: 'Firefox', file: 'org.mozilla.firefox.plist' },
] as const;
