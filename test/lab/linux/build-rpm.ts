import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunCommand } from './command';
import { laboratoryMaintainer, type PackageContents } from './package-contents';

/** Whether `rpm` and `rpmbuild` are here; Debian has both in the package `rpm`. */
export function canBuildRpm(run: RunCommand): boolean {
  return ['rpm', 'rpmbuild'].every((tool) => run(tool, ['--version']).exitCode === 0);
}

/**
 * Builds a real `.rpm` of the contents and enters it in an rpm database of its own below `folder`; not one file is installed. Returns the
 * database's folder, for `rpm --dbpath DIR -qa` and whatever reads it. The scripts are dpkg's and are left out.
 */
export function registerRpm(
  contents: PackageContents,
  folder: string,
  run: RunCommand,
): { readonly dbPath: string; readonly rpm: string } {
  const top = mkdtempSync(join(folder, 'rpm-'));
  const dbPath = join(top, 'db');
  for (const { path, text, mode } of contents.files) write(join(top, 'payload', path), text, mode);
  write(join(top, 'stand-in.spec'), specFile(contents, join(top, 'payload')), 0o644);
  must(run('rpmbuild', ['-bb', '--define', `_topdir ${top}`, '--dbpath', dbPath, join(top, 'stand-in.spec')]));
  const built = readdirSync(join(top, 'RPMS'), { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.rpm'),
  );
  if (built === undefined) throw new Error(`rpmbuild made no package of ${contents.name}`);
  const rpm = join(top, 'RPMS', built);
  // Debian's rpm wants to be told that we know whose computer this is.
  must(run('rpm', ['--dbpath', dbPath, '-i', '--justdb', '--nodeps', '--noscripts', '--force-debian', rpm]));
  return { dbPath, rpm };
}

function write(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  writeFileSync(path, text, { mode });
}

function specFile(contents: PackageContents, payload: string): string {
  const [version = '', release = ''] = contents.version.split('-');
  return `Name: ${contents.name}
Version: ${version}
Release: ${release}
Summary: ${contents.summary}
License: none
Packager: ${laboratoryMaintainer}
AutoReqProv: no

%description
${contents.summary}

%install
mkdir -p %{buildroot}
cp -a ${payload}/. %{buildroot}/

%files
${contents.files.map(({ path }) => `"${path}"`).join('\n')}
`;
}

function must(result: { readonly exitCode: number | null; readonly stderr: string }): void {
  if (result.exitCode !== 0) throw new Error(`rpm refused: ${result.stderr}`);
}
