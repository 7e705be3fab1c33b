import { createPublicKey, verify } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Knowledge } from '../../core/knowledge/knowledge';
import { readLimited } from './read-limited';

export interface KnowledgePack {
  readonly text: string;
  /** Ed25519, base64. */
  readonly signature: string;
}

export type KnowledgeLoad =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | {
      readonly ok: false;
      readonly reason: 'data-missing' | 'data-not-signed' | 'data-malformed';
      readonly detail: string;
    };

/** Checks a pack's signature before anything in it is read, then its shape. The rules that cross files are for the build's tests and for `doctor`. */
export function openPack(pack: KnowledgePack, publicKeyPem: string): KnowledgeLoad {
  if (!isSigned(pack, publicKeyPem))
    return { ok: false, reason: 'data-not-signed', detail: 'the signature does not fit' };
  let value: unknown;
  try {
    value = JSON.parse(pack.text);
  } catch {
    return { ok: false, reason: 'data-malformed', detail: '$' };
  }
  const parsed = Knowledge.safeParse(value);
  if (!parsed.success) return { ok: false, reason: 'data-malformed', detail: pathOf(parsed.error.issues[0]) };
  return { ok: true, knowledge: parsed.data };
}

/** A pack on disk: a folder that holds `knowledge.json` and `knowledge.sig`, or such a file with the signature beside it. */
export function readPack(
  place: string,
): { readonly ok: true; readonly pack: KnowledgePack } | { readonly ok: false; readonly detail: string } {
  const file = existsSync(place) && statSync(place).isDirectory() ? join(place, 'knowledge.json') : place;
  const text = readLimited(file);
  const signature = readLimited(join(dirname(file), 'knowledge.sig'));
  if (!text.ok) return { ok: false, detail: `${file}: ${text.detail}` };
  if (!signature.ok) return { ok: false, detail: `${join(dirname(file), 'knowledge.sig')}: ${signature.detail}` };
  return { ok: true, pack: { text: text.text, signature: signature.text.trim() } };
}

function isSigned(pack: KnowledgePack, publicKeyPem: string): boolean {
  try {
    return verify(
      null,
      Buffer.from(pack.text, 'utf8'),
      createPublicKey(publicKeyPem),
      Buffer.from(pack.signature, 'base64'),
    );
  } catch {
    return false;
  }
}

const pathOf = (issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string =>
  issue === undefined
    ? '$'
    : `$${issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')}: ${issue.message}`;
