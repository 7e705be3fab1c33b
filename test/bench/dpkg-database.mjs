import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder that stands for `/` of a Debian system with `count` packages: dpkg's status file, one file list per package, and
 * what names the system. The same every time. Paragraphs have about 900 bytes, as on a real Debian 12 (891, seen 2026-11-23);
 * the last package is `kesl` with the vendor's folders in its list, so that a scan that read everything finds one product.
 * @returns {string} dpkg's own folder in it, for `dpkg-query --admindir`
 */
export function makeDebianRoot(root, count) {
  const admin = path.join(root, 'var/lib/dpkg');
  for (const folder of ['info', 'updates', 'triggers']) fs.mkdirSync(path.join(admin, folder), { recursive: true });
  fs.mkdirSync(path.join(root, 'etc'));
  fs.writeFileSync(path.join(root, 'etc/os-release'), 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian (invented)"\n');
  fs.writeFileSync(path.join(root, 'etc/machine-id'), '0123456789abcdef0123456789abcdef\n');
  fs.writeFileSync(path.join(admin, 'info/format'), '1\n');
  fs.writeFileSync(path.join(admin, 'available'), '');
  const names = [...Array.from({ length: count - 1 }, (_, at) => `invented-${words[at % words.length]}-${at}`), 'kesl'];
  fs.writeFileSync(path.join(admin, 'status'), names.map(paragraph).join('\n'));
  for (const name of names) fs.writeFileSync(path.join(admin, 'info', `${name}.list`), listOf(name));
  return admin;
}

const words = ['library', 'tools', 'common', 'fonts', 'plugin', 'daemon', 'headers', 'data', 'perl', 'python'];

function paragraph(name, at) {
  const needs = [1, 7, 19, 101].map(
    (step) => `invented-${words[(at + step) % words.length]}-${at + step} (>= 1.${at % 40})`,
  );
  const settings = at % 5 === 0 ? `Conffiles:\n /etc/${name}.conf ${'0123456789abcdef'.repeat(2)}\n` : '';
  const lines = Array.from(
    { length: 3 + (at % 10) },
    (_, line) => ` ${sentence(at + line)}\n${line % 4 === 3 ? ' .\n' : ''}`,
  );
  return `Package: ${name}
Status: install ok ${at % 40 === 39 ? 'config-files' : 'installed'}
Priority: optional
Section: ${words[at % words.length]}
Installed-Size: ${100 + ((at * 37) % 9000)}
Maintainer: Invented Packagers ${at % 90} <packagers-${at % 90}@invented.example>
Architecture: ${at % 3 === 0 ? 'all' : 'amd64'}
Multi-Arch: ${at % 3 === 1 ? 'same' : 'foreign'}
Source: invented-${words[at % words.length]}
Version: ${at % 4}:1.${at % 40}.${at}-${1 + (at % 3)}+deb12u${at % 7}
Depends: libc6 (>= 2.34)
Suggests: ${needs.join(', ')}
${settings}Description: ${sentence(at)}
${lines.join('')}Homepage: https://invented.example/${name}
`;
}

const sentence = (at) => `This ${words[at % words.length]} is made up for measuring and has number ${at} of all.`;

function listOf(name) {
  const shared = ['/.', '/usr', '/usr/share', '/usr/share/doc', `/usr/share/doc/${name}`];
  const own = Array.from({ length: 25 }, (_, at) => `/usr/share/doc/${name}/chapter-${at}.txt`);
  const vendor = name === 'kesl' ? ['/opt', '/opt/kaspersky', '/opt/kaspersky/kesl', '/opt/kaspersky/kesl/bin'] : [];
  return `${[...shared, ...own, ...vendor, ...vendor.slice(-1).map((folder) => `${folder}/kesl-control`)].join('\n')}\n`;
}
