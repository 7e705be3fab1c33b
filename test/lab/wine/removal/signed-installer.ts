import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SignedInstaller {
  readonly program: Buffer;
  /** The root that an invented vendor's certificate leads to, DER. */
  readonly root: Buffer;
}

export const vendor = 'Invented Vendor Ltd';

/**
 * Builds a real NSIS installer whose uninstaller is signed by an invented vendor, with a root of its own made for the occasion. Needs
 * makensis, openssl and osslsigncode.
 */
export async function buildSignedInstaller(): Promise<SignedInstaller> {
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
    await run('makensis', ['-V1', `-DOUT=${inside('stand-in.exe')}`, `-DSIGN=${sign}`, script]);
    return { program: await readFile(inside('stand-in.exe')), root: await readFile(inside('root.der')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const script = path.join(import.meta.dirname, 'stand-in.nsi');
