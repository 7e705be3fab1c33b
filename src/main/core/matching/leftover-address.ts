import type { Leftover } from '../machine/leftover';
import type { Finding } from '../probing/finding';

/**
 * Where a finding can be taken hold of, or null for what has no address on purpose: drivers, filters, licences, browsers' own things,
 * keys of a person, and whatever cannot be put back exactly.
 */
export function leftoverAddress({ kind, where, facts }: Finding): Leftover | null {
  switch (kind) {
    case 'vendor-folder':
    case 'path':
      return facts['kind'] === 'folder' || facts['kind'] === 'file' ? { kind: facts['kind'], path: where } : null;
    case 'service':
      return serviceAddress(where, facts['name']);
    case 'vendor-key':
      return registryAddress(where);
    case 'certificate':
      return certificateAddress(where, facts['thumbprint']);
    default:
      return null;
  }
}

/** A unit of systemd is the file that defines it; launchd's jobs are left to the system that made them. */
function serviceAddress(where: string, name: unknown): Leftover | null {
  if (/^\/.+\.service$/.test(where)) return { kind: 'file', path: where };
  return where === `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${String(name)}`
    ? { kind: 'service', name: String(name) }
    : null;
}

function registryAddress(where: string): Leftover | null {
  const { view, path } = /^HKLM(?<view>32|64)\\(?<path>.+)$/.exec(where)?.groups ?? {};
  return path === undefined ? null : { kind: 'registry-key', root: 'HKLM', view: view === '32' ? 32 : 64, path };
}

/** Only the computer's own stores, and only where the system names certificates by SHA-1: that is Windows. */
function certificateAddress(store: string, thumbprint: unknown): Leftover | null {
  const ours = { 'LocalMachine\\Root': 'machine-root', 'LocalMachine\\CA': 'machine-intermediate' } as const;
  const named = Object.entries(ours).find(([name]) => name === store)?.[1];
  return named === undefined || typeof thumbprint !== 'string' || !/^[0-9a-f]{40}$/i.test(thumbprint)
    ? null
    : { kind: 'certificate', store: named, thumbprint: thumbprint.toUpperCase() };
}
