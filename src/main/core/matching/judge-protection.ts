import type { Signature } from '../knowledge/signature';
import type { Finding, ProbeRecord } from '../probing/finding';
import type { Detection } from './detection';
import type { Protection } from './scan';

/**
 * What protects this computer now: the system's own list, without ghosts, and Kaspersky's product while it is installed. The
 * age of its definitions is told elsewhere; `on` here means that it runs.
 */
export function judgeProtection(
  findings: readonly Finding[],
  probes: readonly ProbeRecord[],
  detections: readonly Detection[],
  signatures: readonly Signature[],
): Protection {
  const listed = findings
    .filter(({ kind }) => kind === 'protection')
    .map(({ facts }) => ({
      name: String(facts['name']),
      state: facts['state'] as Protection['products'][number]['state'],
      definitions: facts['definitions'] as Protection['products'][number]['definitions'],
      ghost: facts['ghost'] === true,
    }));
  const protecting = new Set(signatures.filter((signature) => signature.protects).map(({ id }) => id));
  const own = detections
    .filter(
      ({ product, state, confidence }) =>
        protecting.has(product) &&
        state === 'installed' &&
        // A planted entry protects nothing.
        confidence !== 'possible' &&
        !listed.some((other) => isKaspersky(other.name)),
    )
    .map((detection) => ({
      name: detection.name,
      state: runs(detection),
      definitions: 'unknown' as const,
      ghost: false,
    }));
  // Security Center lists Defender too; on a server, which has no Security Center, and on macOS only the system's own word is left.
  const builtIn = findings
    .filter(({ kind, facts }) => kind === 'built-in-protection' && !listed.some(({ name }) => name === facts['name']))
    .map(({ facts }) => ({
      name: String(facts['name']),
      state: facts['state'] as Protection['products'][number]['state'],
      definitions: 'unknown' as const,
      ghost: false,
    }));
  const products = [...listed, ...own, ...builtIn];
  return { verdict: verdictOf(products, probes), products };
}

/** By what it calls itself: good enough to count it once, or to leave it out; never to remove anything. */
export const isKaspersky = (name: string): boolean => /kaspersky|касперск/iu.test(name);

const runs = (detection: Detection): 'on' | 'unknown' =>
  detection.marks.some(({ kind, says }) => says === 'for' && kind === 'process') ? 'on' : 'unknown';

function verdictOf(products: Protection['products'], probes: readonly ProbeRecord[]): Protection['verdict'] {
  const alive = products.filter(({ ghost }) => !ghost);
  if (alive.some(({ state }) => state === 'on')) return 'protected';
  if (alive.some(({ state }) => state === 'unknown')) return 'unknown';
  const told = probes.some(({ id, status }) => /^(built-in-)?protection$/.test(id) && status === 'ok');
  return told ? 'unprotected' : 'unknown';
}
