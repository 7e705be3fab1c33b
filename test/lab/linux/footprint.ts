import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { RunCommand } from './command';

/**
 * Everything of this computer that a stand-in could change, one line each: all packages with their states, dpkg's own files of the
 * stand-ins, and every path in the folders they touch. Equal before and after means that nothing stayed.
 */
export function listFootprint(run: RunCommand): readonly string[] {
  const packages = run('dpkg-query', ['-W', '-f=${db:Status-Abbrev} ${Package} ${Version}\n']).stdout.split('\n');
  return [
    ...packages,
    ...watchedFolders.flatMap(listTree),
    ...watchedNames.flatMap(({ folder, name }) => listNames(folder, name)),
  ];
}

const watchedFolders = [
  '/opt/kaspersky',
  '/var/opt',
  '/etc/opt',
  '/var/log/kaspersky',
  '/etc/systemd/system',
  '/usr/lib/kfl',
];

const standInNames = /^(kesl|kess|kfl|klnagent)/;
const watchedNames = [
  { folder: '/opt', name: /./ },
  { folder: '/usr/bin', name: /./ },
  { folder: '/usr/share/doc', name: standInNames },
  { folder: '/lib/systemd/system', name: /./ },
  { folder: '/var/lib/dpkg/info', name: standInNames },
  { folder: '/etc/init.d', name: /./ },
];

function listTree(path: string): readonly string[] {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return [];
  const mode = (facts.mode & 0o7777).toString(8);
  if (facts.isSymbolicLink()) return [`${path} -> ${readlinkSync(path)}`];
  if (!facts.isDirectory()) return [`${path} ${mode} ${facts.size}`];
  return [
    `${path}/ ${mode}`,
    ...readdirSync(path)
      .sort()
      .flatMap((name) => listTree(join(path, name))),
  ];
}

function listNames(folder: string, name: RegExp): readonly string[] {
  return readdirSync(folder)
    .filter((each) => name.test(each))
    .sort()
    .map((each) => join(folder, each));
}
