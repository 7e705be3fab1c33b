import type { ListedProgram } from './listed-program';

/**
 * The package's own properties for its password, or null for a product that is not known to have any. Endpoint Security takes a
 * login and a password, the login being `KLAdmin` unless it was changed (G9, G12, K2, K5; seen 2026-11-23). No property is known
 * for the server products and Endpoint Agent (K12, K14), and home products ask in their own window.
 */
export function passwordProperties(
  listed: ListedProgram | null | 'unknown',
): ((password: string) => Readonly<Record<string, string>>) | null {
  if (listed === null || listed === 'unknown') return null;
  const isEndpoint = /^Kaspersky Endpoint Security/i.test(listed.name ?? '');
  const isVendors = /kaspersky|Касперского/i.test(listed.publisher ?? '');
  if (!isEndpoint || !isVendors) return null;
  return (password) => ({ KLLOGIN: 'KLAdmin', KLPASSWD: password });
}
