import { field, jsonOf } from './read-inside';

/** One extension that a policy installs, and under which of its names the policy stands. */
export interface ExtensionInPolicy {
  readonly id: string;
  readonly policy: 'ExtensionInstallForcelist' | 'ExtensionSettings';
}

/**
 * The extensions that a browser's policies install without asking, from both policies that can. Either may be written as JSON in a text,
 * which Windows does; what only allows or blocks an extension is left out.
 */
export const extensionsInPolicy = (policies: unknown): readonly ExtensionInPolicy[] => [
  ...forcedIn(field(policies, 'ExtensionInstallForcelist')).map((id) => ({
    id,
    policy: 'ExtensionInstallForcelist' as const,
  })),
  ...installedIn(field(policies, 'ExtensionSettings')).map((id) => ({ id, policy: 'ExtensionSettings' as const })),
];

/** Entries are `<id>;<address of updates>` (C-GIST-EXT, seen 2026-11-23). */
function forcedIn(list: unknown): readonly string[] {
  const entries = typeof list === 'string' ? jsonOf(list) : list;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => (typeof entry === 'string' ? named(entry.split(';')[0] ?? '') : []));
}

/** One entry may speak of several extensions, parted by commas; `*` speaks of all and installs none. */
function installedIn(settings: unknown): readonly string[] {
  const entries = typeof settings === 'string' ? jsonOf(settings) : settings;
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) return [];
  return Object.entries(entries)
    .filter(([, entry]) => installs(field(entry, 'installation_mode')))
    .flatMap(([ids]) => ids.split(',').flatMap(named));
}

/** Whether such a mode puts the extension into the browser. */
export const installs = (mode: unknown): boolean => mode === 'force_installed' || mode === 'normal_installed';

const named = (id: string): readonly string[] => (['', '*'].includes(id.trim()) ? [] : [id.trim()]);
