import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Certificate } from '../../core/machine/shapes';
import { certificateFrom } from '../browsers/certificate-from';
import { readNssStores } from '../browsers/read-nss-stores';
import { answerForError, errorCode } from './answer-for-error';
import { browserFiles } from './browser-files';
import { dpkgFolder } from './dpkg-database';
import { at, type LinuxTools } from './linux-tools';

/**
 * Certificates this computer trusts beyond its distribution's own: what lies in the folders for local ones, what the bundle holds
 * without being a file of the distribution's package (a bundle can be stale or edited), and what browsers keep in every home that may be
 * read. The distribution's are recognised by their sums and left out: taking 144 certificates apart costs as much time as the rest of a scan.
 */
export async function readCertificates(tools: LinuxTools): Promise<Answer<Certificate[]>> {
  const files = localFolders.flatMap((folder) => filesBelow(tools, folder));
  const bundles = bundlePaths.filter((path) => contentOf(tools, path) !== null).slice(0, 1);
  const browsers = await readNssStores(browserFiles(tools));
  if (files.length + bundles.length + browsers.length === 0) return unanswered('absent', 'no certificate store');
  try {
    const local = files.flatMap((path) => certificatesIn(readFileSync(at(tools, path)), path, new Set()));
    const distributions = bundles.length === 0 ? new Set<string>() : distributionsOwn(tools);
    return ok([
      ...local,
      ...bundles.flatMap((path) => certificatesIn(readFileSync(at(tools, path)), path, distributions)),
      ...browsers,
    ]);
  } catch (error) {
    return answerForError(error);
  }
}

function certificatesIn(content: Buffer, store: string, leaveOut: ReadonlySet<string>): readonly Certificate[] {
  const blocks = pemBlocks(content.toString('latin1'));
  const sources = blocks.length === 0 ? [content] : blocks.filter((block) => !leaveOut.has(sumOfFileWith(block)));
  // A file that is no certificate is nothing we were asked about.
  return sources.flatMap((source) => certificateFrom(source, store)?.certificate ?? []);
}

/**
 * The sums the package database keeps of the distribution's files: one small file to read instead of each certificate, and nobody gets in by
 * putting a file beside them. (To pass, a certificate would have to share its MD5 with an existing one, which nobody can make.)
 */
function distributionsOwn(tools: LinuxTools): ReadonlySet<string> {
  const list = contentOf(tools, `${dpkgFolder}/info/ca-certificates.md5sums`)?.toString('utf8') ?? '';
  return new Set(
    [...list.matchAll(/^([0-9a-f]{32}) {2}usr\/share\/ca-certificates\/.+\.crt$/gm)].map(([, sum = '']) => sum),
  );
}

const pemBlocks = (text: string): readonly string[] =>
  text.match(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g) ?? [];

/** Such a file is the block and the end of its line. */
const sumOfFileWith = (block: string): string => createHash('md5').update(`${block}\n`, 'latin1').digest('hex');

function filesBelow(tools: LinuxTools, folder: string): readonly string[] {
  try {
    return readdirSync(at(tools, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && /\.(crt|pem|cer|der)$/i.test(entry.name))
      .map((entry) => join(folder, entry.parentPath.slice(at(tools, folder).length), entry.name))
      .filter((path) => contentOf(tools, path) !== null);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}

function contentOf(tools: LinuxTools, path: string): Buffer | null {
  try {
    return readFileSync(at(tools, path));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** Debian; Red Hat (local, and what its packages bring); SUSE. Section 4 of the Linux facts (tested on Debian), 2026-11-23. */
const localFolders = [
  '/usr/local/share/ca-certificates',
  '/etc/pki/ca-trust/source/anchors',
  '/usr/share/pki/ca-trust-source/anchors',
  '/etc/pki/trust/anchors',
];

const bundlePaths = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
];
