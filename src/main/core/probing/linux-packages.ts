import { ok, valueOr } from '../machine/answer';
import type { InstalledPackage } from '../machine/shapes';
import type { Signature } from '../knowledge/signature';
import type { Finding } from './finding';
import type { Ask, Probe } from './probe';

/**
 * The package databases, and for names that a signature asks about also what the package ships: a name proves nothing, its
 * contents are a second witness (K-KESS-INST: `kess` is a product of its own; C-AUR-12.1, C-EBUILD for the layout; seen 2026-11-23).
 */
export const linuxPackagesProbe: Probe = {
  id: 'packages',
  platforms: ['linux'],
  required: true,
  limitMs: 10_000,
  async run(ask, signatures) {
    const packages = await ask('packages', {});
    if (packages.status !== 'ok') return packages;
    const names = namesAskedFor(signatures);
    const contents = await Promise.all(
      packages.value
        .filter((entry) => names.has(entry.name) && entry.state !== 'settings-kept')
        .map((entry) => contentOf(entry, ask)),
    );
    return ok([...packages.value.map(entryOf), ...contents.flat()]);
  },
};

const entryOf = (entry: InstalledPackage): Finding => ({
  probe: 'packages',
  kind: 'package',
  where: `${entry.manager}:${entry.name}`,
  facts: { name: entry.name, version: entry.version, state: entry.state, architecture: entry.architecture },
  trust: 'system',
});

async function contentOf(entry: InstalledPackage, ask: Ask): Promise<readonly Finding[]> {
  const files = valueOr(await ask('package-files', { manager: entry.manager, name: entry.name }), null);
  if (files === null) return [];
  const vendors = files.filter((path) => isVendorPath(path, entry.name));
  return [
    {
      probe: 'packages',
      kind: 'package-content',
      where: vendors[0] ?? `${entry.manager}:${entry.name}`,
      facts: { name: entry.name, version: entry.version, ships: vendors.length > 0 ? 'vendor' : 'other' },
      trust: 'system',
    },
  ];
}

/** Below the vendor's own folders, or the product's own command (C-COLLECT, C-EDRLIST, K-KFL-KEYS, seen 2026-11-23). */
const isVendorPath = (path: string, name: string): boolean =>
  /^\/(var\/)?opt\/kaspersky\/./.test(path) || path.endsWith(`/${name.replace(/-gui$/, '')}-control`);

function namesAskedFor(signatures: readonly Signature[]): ReadonlySet<string> {
  const matchers = signatures.flatMap((s) =>
    s.marks.filter((m) => m.kind === 'package-content').map((m) => m.match['name']),
  );
  return new Set(
    matchers.flatMap((matcher) =>
      matcher === undefined ? [] : 'is' in matcher ? [String(matcher.is)] : 'oneOf' in matcher ? matcher.oneOf : [],
    ),
  );
}
