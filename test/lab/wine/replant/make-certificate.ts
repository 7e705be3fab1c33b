import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export interface CertificateWish {
  /** `CN=Name, O=Firm`, in that order. */
  readonly subject: string;
  readonly selfSigned: boolean;
  readonly expiresOn: string;
}

/** A certificate in DER form with an ECDSA signature: only what a store and a reader of names need. Made anew each time. */
export function makeCertificate({ subject, selfSigned, expiresOn }: CertificateWish): Buffer {
  const name = nameOf(subject);
  const body = sequence(
    Buffer.from('a003020102', 'hex'), // version 3
    tagged(0x02, Buffer.concat([Buffer.from([1]), createHash('sha256').update(subject).digest().subarray(0, 8)])), // serial number
    ecdsaWithSha256,
    selfSigned ? name : nameOf('CN=Another Authority'),
    sequence(time('2020-01-01'), time(expiresOn)),
    name,
    createPublicKey(ownKey).export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, selfSigned ? ownKey : othersKey);
  return sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
}

/** Names of more than ASCII are UTF-8 in certificates. */
function nameOf(subject: string): Buffer {
  const parts = [...subject.matchAll(/(CN|O|OU|C)=("[^"]*"|[^,]*)/g)].map(([, kind = '', text = '']) => ({
    kind,
    text,
  }));
  return sequence(
    ...parts.map(({ kind, text }) => {
      const value = Buffer.from(text.replaceAll('"', ''));
      return tagged(
        0x31,
        sequence(Buffer.from(identifiers[kind] ?? '', 'hex'), tagged(kind === 'C' ? 0x13 : 0x0c, value)),
      );
    }),
  );
}

const identifiers: Readonly<Record<string, string>> = {
  CN: '0603550403',
  O: '060355040a',
  OU: '060355040b',
  C: '0603550406',
};

/** GeneralizedTime, to the second. */
const time = (iso: string): Buffer =>
  tagged(0x18, Buffer.from(`${new Date(iso).toISOString().replace(/[-:T]|\.\d+/g, '')}`));

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));

const [ownKey, othersKey] = [newKey(), newKey()];

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}
