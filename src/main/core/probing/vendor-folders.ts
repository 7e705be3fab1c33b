import { ok } from '../machine/answer';
import type { Finding } from './finding';
import type { Ask, Probe } from './probe';

/**
 * The folders in which the vendor keeps one subfolder per product and version (G16, G32, G35, C-COLLECT, seen 2026-11-23). Windows
 * is asked for the places of a usual installation; a product put elsewhere still names its place in its vendor key and services.
 */
const parents = {
  windows: [
    'C:\\Program Files (x86)\\Kaspersky Lab',
    'C:\\Program Files\\Kaspersky Lab',
    'C:\\ProgramData\\Kaspersky Lab',
  ],
  macos: ['/Library/Application Support/Kaspersky Lab'],
  linux: ['/opt/kaspersky', '/var/opt/kaspersky', '/etc/opt/kaspersky', '/var/log/kaspersky'],
} as const;

/** What lies directly below the vendor's own folders: one probe for each system, which asks for that system's places alone. */
export const vendorFoldersProbes: readonly Probe[] = Object.entries(parents).map(([platform, places]) => ({
  id: 'vendor-folders',
  platforms: [platform as keyof typeof parents],
  required: false,
  limitMs: 5_000,
  async run(ask) {
    const answers = await Promise.all(places.map((parent) => below(parent, ask)));
    return ok(answers.flat());
  },
}));

async function below(parent: string, ask: Ask): Promise<readonly Finding[]> {
  const [folder, itself] = await Promise.all([ask('folder', { path: parent }), ask('path', { path: parent })]);
  if (folder.status !== 'ok') return [];
  // Below a folder that only the system may write, everything was put there by the system.
  const trust = itself.status === 'ok' && itself.value.ownedBySystem ? 'system' : 'user';
  const separator = parent.includes('\\') ? '\\' : '/';
  return folder.value.map(({ name, kind }) => ({
    probe: 'vendor-folders',
    kind: 'vendor-folder',
    where: `${parent}${separator}${name}`,
    facts: { parent, name, kind },
    trust,
  }));
}
