import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunCommand } from './command';
import { laboratoryMaintainer, type PackageContents } from './package-contents';

/**
 * Builds a real `.deb` (`data.tar.xz` and `control.tar.gz`, as in 12.x) below `folder` and returns its path. The same contents give the
 * same file: what was built once is taken from the folder. Throws when dpkg-deb fails, which is a fault of the contents.
 */
export function buildDeb(contents: PackageContents, architecture: string, folder: string, run: RunCommand): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([recipeVersion, architecture, contents]))
    .digest('hex')
    .slice(0, 16);
  const deb = join(folder, hash, `${contents.name}_${contents.version}_${architecture}.deb`);
  if (existsSync(deb)) return deb;
  mkdirSync(dirname(deb), { recursive: true });
  const scratch = mkdtempSync(join(folder, 'building-'));
  try {
    writeTree(contents, architecture, join(scratch, 'root'));
    const made = join(scratch, 'made.deb');
    const options = ['--root-owner-group', '--no-uniform-compression', '-Zxz', '--build'];
    const result = run('dpkg-deb', [...options, join(scratch, 'root'), made]);
    if (result.exitCode !== 0) throw new Error(`dpkg-deb refused ${contents.name}: ${result.stderr}`);
    renameSync(made, deb);
    return deb;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Goes up when this file lays the same contents out differently, so that old cached packages are not taken. */
const recipeVersion = 1;

function writeTree(contents: PackageContents, architecture: string, root: string): void {
  for (const { path, text, mode } of contents.files) write(join(root, path), text, mode);
  for (const [name, text] of Object.entries(contents.scripts)) write(join(root, 'DEBIAN', name), text, 0o755);
  write(join(root, 'DEBIAN/control'), controlFile(contents, architecture), 0o644);
}

function write(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  writeFileSync(path, text, { mode });
}

function controlFile(contents: PackageContents, architecture: string): string {
  const fields = {
    Package: contents.name,
    Version: contents.version,
    Architecture: architecture,
    Maintainer: laboratoryMaintainer,
    Section: 'misc',
    Priority: 'optional',
    Depends: contents.depends.join(', '),
    Conflicts: contents.conflicts.join(', '),
    Description: contents.summary,
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
