import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { folderInside } from '../base-prefix';
import type { WineLab } from '../wine-lab';

const run = promisify(execFile);

export interface SignedInstaller {
  readonly program: Buffer;
  /** The root that an invented vendor's certificate leads to, DER. */
  readonly root: Buffer;
}

export const vendor = 'Invented Vendor Ltd';

/**
 * Builds a real NSIS installer of this name whose uninstaller is signed by an invented vendor, with a root of its own made for the occasion. Needs
 * makensis, openssl and osslsigncode.
 */
export async function buildSignedInstaller(name: string): Promise<SignedInstaller> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offramp-signed-'));
  const inside = (name: string) => path.join(folder, name);
  try {
    await writeFile(
      inside('leaf.cnf'),
      'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=codeSigning\n',
    );
    const openssl = (...words: readonly string[]) => run('openssl', [...words], { cwd: folder });
    const newKey = ['-newkey', 'rsa:2048', '-nodes'];
    const isRoot = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign'];
    const rootKey = ['-keyout', 'root.key', '-out', 'root.pem', '-days', '30', '-subj', '/CN=Invented Root'];
    await openssl('req', '-x509', ...newKey, ...rootKey, ...isRoot);
    await openssl('req', ...newKey, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', `/CN=${vendor}`);
    const signer = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '30'];
    await openssl('x509', '-req', '-in', 'leaf.csr', ...signer, '-extfile', 'leaf.cnf', '-out', 'leaf.pem');
    await openssl('x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der');
    await writeFile(
      inside('chain.pem'),
      Buffer.concat([await readFile(inside('leaf.pem')), await readFile(inside('root.pem'))]),
    );
    const keys = `-certs "${inside('chain.pem')}" -key "${inside('leaf.key')}"`;
    const sign = `osslsigncode sign ${keys} -in "%1" -out "%1.signed" && mv "%1.signed" "%1"`;
    await run('makensis', ['-V1', `-DNAME=${name}`, `-DOUT=${inside('stand-in.exe')}`, `-DSIGN=${sign}`, script]);
    return { program: await readFile(inside('stand-in.exe')), root: await readFile(inside('root.der')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const script = path.join(import.meta.dirname, 'stand-in.nsi');

/** Makes an invented root one that this Windows trusts. */
export async function trust(lab: WineLab, root: Buffer): Promise<void> {
  await lab.addFile('Z:\\root.der', root);
  await lab.addFile('Z:\\trust.cjs', trustScript);
  expect(await lab.runExe(`${folderInside}\\node.exe`, ['Z:\\trust.cjs'])).toMatchObject({ exitCode: 0 });
}

const trustScript = `const koffi = require('C:\\\\offramp-lab\\\\koffi\\\\index.cjs');
const crypt = koffi.load('crypt32.dll');
const open = crypt.func('uintptr_t __stdcall CertOpenStore(uintptr_t p, uint32_t e, uintptr_t c, uint32_t f, str16 name)');
const add = crypt.func('int __stdcall CertAddEncodedCertificateToStore(uintptr_t s, uint32_t e, void *der, uint32_t n, uint32_t h, void *c)');
const root = require('node:fs').readFileSync('Z:\\\\root.der');
process.exit(add(open(10, 0, 0, 0x20000, 'Root'), 0x10001, root, root.length, 3, null) === 1 ? 0 : 1);
`;
