import { ok, valueOr } from '../machine/answer';
import type { InstalledPackage } from '../machine/shapes';
import type { Signature } from '../knowledge/signature';
import type { Finding } from './finding';
import type { Ask, Probe } from './probe';
import { vendorVersion } from './vendor-version';

/**
 * The package databases, and for names that a signature asks about also what the package ships: a name proves nothing, its
 * contents tell (K-KESS-INST: `kess` is a product of its own; C-AUR-12.1, C-EBUILD for the layout; seen 2026-11-23).
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
    return ok([...packages.value.map((entry) => entryOf(entry, names.has(entry.name))), ...contents.flat()]);
  },
};

/** Only of the vendor's packages is the numbering known; every other version stays as its packager wrote it. */
const entryOf = (entry: InstalledPackage, isVendors: boolean): Finding => ({
  probe: 'packages',
  kind: 'package',
  where: `${entry.manager}:${entry.name}`,
  facts: {
    name: entry.name,
    version: isVendors ? vendorVersion(entry.version) : entry.version,
    state: entry.state,
    architecture: entry.architecture,
  },
  trust: 'system',
});

async function contentOf(entry: InstalledPackage, ask: Ask): Promise<readonly Finding[]> {
  const files = valueOr(await ask('package-files', { manager: entry.manager, name: entry.name }), null);
  if (files === null) return [];
  const vendors = files.filter((path) => isVendorPath(path, entry.name));
  // Folders are listed before what lies in them, so the last one is a file.
  const file = vendors.at(-1) ?? null;
  return [
    {
      probe: 'packages',
      kind: 'package-content',
      where: vendors[0] ?? `${entry.manager}:${entry.name}`,
      facts: {
        name: entry.name,
        version: vendorVersion(entry.version),
        ships: file === null ? 'other' : 'vendor',
        file,
        fileIsThere: file === null ? null : await isThere(file, ask),
      },
      trust: 'system',
    },
  ];
}

/** Whether the disk agrees with the database; null when it could not be asked. A file that anybody may put there agrees with nothing. */
async function isThere(path: string, ask: Ask): Promise<boolean | null> {
  const answer = await ask('path', { path });
  return answer.status === 'ok' ? answer.value.ownedBySystem : answer.status === 'absent' ? false : null;
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
