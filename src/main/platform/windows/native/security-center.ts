import type { Koffi } from './load-koffi';
import type { SystemFolders } from './system-folders';
import { systemLibrary } from './system-library';

export type SecurityHealth = 'good' | 'not monitored' | 'poor' | 'snoozed';

export interface NativeSecurityCenter {
  /** What Security Center says of all antivirus together; null where there is none (servers, Wine) or where it does not run. */
  antivirusHealth(): SecurityHealth | null;
}

export function bindSecurityCenter(koffi: Koffi, folders: SystemFolders): NativeSecurityCenter {
  const library = systemLibrary(koffi, folders, 'wscapi.dll');
  return {
    antivirusHealth: () => {
      const wsc = library();
      if (wsc === null) return null;
      try {
        const ask = wsc.func('long __stdcall WscGetSecurityProviderHealth(uint32_t provider, void *health)') as (
          provider: number,
          health: Buffer,
        ) => number;
        const health = Buffer.alloc(4);
        // S_FALSE: the service does not run, and its last word is worth nothing.
        return ask(antivirus, health) === 0 ? (healths[health.readUInt32LE(0)] ?? null) : null;
      } catch {
        return null;
      }
    },
  };
}

/** WSC_SECURITY_PROVIDER_ANTIVIRUS. */
const antivirus = 4;
const healths: readonly SecurityHealth[] = ['good', 'not monitored', 'poor', 'snoozed'];
