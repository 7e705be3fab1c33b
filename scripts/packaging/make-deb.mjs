#!/usr/bin/env node
/**
 * Stands in for fpm, for `-s dir -t deb` only, so that electron-builder can make a .deb with Debian's own dpkg-deb and
 * without a download. Started by electron-builder through CUSTOM_FPM_PATH. An argument it does not know is an error:
 * leaving something out of a package must never happen quietly.
 * OFFRAMP_DEB_QUICK=1 packs fast and large, for tests.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const IGNORED = new Set(['-s', '-t', '--log', '--license', '--iteration', '--vendor']);
const FLAGS = new Set(['--force', '--debug']);
const KNOWN = new Set(
  `--name --version --architecture --package --description --maintainer --url --after-install --after-remove
   --deb-priority --category --deb-compression`.split(/\s+/),
);
const REPEATED = new Map([
  ['-d', 'depends'],
  ['--depends', 'depends'],
  ['--deb-recommends', 'recommends'],
]);

const wish = readArguments(process.argv.slice(2));
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'offramp-deb-'));
try {
  fs.chmodSync(root, 0o755);
  for (const { from, to } of wish.files)
    put(from, path.join(root, to), to.endsWith('/') || fs.statSync(from).isDirectory());
  writeControl(root, wish);
  const packing = process.env.OFFRAMP_DEB_QUICK
    ? ['-Zgzip', '-z1']
    : [`-Z${wish.options['--deb-compression'] ?? 'xz'}`];
  execFileSync('dpkg-deb', ['--root-owner-group', ...packing, '--build', root, wish.options['--package']], {
    stdio: 'inherit',
  });
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}

function readArguments(words) {
  const wish = { options: {}, depends: [], recommends: [], files: [] };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (FLAGS.has(word)) continue;
    if (IGNORED.has(word)) at += 1;
    else if (REPEATED.has(word)) wish[REPEATED.get(word)].push(words[(at += 1)]);
    else if (KNOWN.has(word)) wish.options[word] = words[(at += 1)];
    else if (!word.startsWith('-') && word.includes('=')) wish.files.push(mapping(word));
    else throw new Error(`make-deb: unknown argument ${word}`);
  }
  return wish;
}

function mapping(word) {
  const at = word.lastIndexOf('=');
  return { from: word.slice(0, at), to: word.slice(at + 1) };
}

// cp keeps modes and links, and shares blocks where the file system can.
function put(from, to, isFolder) {
  fs.mkdirSync(isFolder ? to : path.dirname(to), { recursive: true });
  execFileSync('cp', ['-a', '--reflink=auto', isFolder ? `${from.replace(/\/+$/, '')}/.` : from, to]);
}

function writeControl(root, { options, depends, recommends }) {
  const sizeKb = execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t')[0];
  const [summary, ...more] = options['--description']
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const fields = {
    Package: options['--name'],
    Version: options['--version'],
    Architecture: options['--architecture'] === 'x86_64' ? 'amd64' : options['--architecture'],
    Maintainer: options['--maintainer'],
    Homepage: options['--url'],
    Section: options['--category'],
    Priority: options['--deb-priority'],
    'Installed-Size': sizeKb,
    Depends: depends.join(', ') || undefined,
    Recommends: recommends.join(', ') || undefined,
    Description: [summary, ...more.map((line) => ` ${line}`)].join('\n'),
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`);
  fs.mkdirSync(path.join(root, 'DEBIAN'));
  fs.writeFileSync(path.join(root, 'DEBIAN/control'), `${lines.join('\n')}\n`);
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ])
    if (options[option])
      fs.writeFileSync(path.join(root, 'DEBIAN', name), fs.readFileSync(options[option]), { mode: 0o755 });
}
