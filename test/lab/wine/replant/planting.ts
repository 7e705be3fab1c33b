import type { RegistryEntry } from '../registry-text';

/** What makes a Windows look as a recording says: plain values that cross into the laboratory as JSON. */
export interface Planting {
  /** In the 64-bit view's spelling: the 32-bit one through `WOW6432Node`. */
  readonly keys: readonly RegistryEntry[];
  readonly folders: readonly string[];
  readonly files: readonly PlantedFile[];
  readonly services: readonly PlantedService[];
  /** Programs that run although no service starts them. Each is a stand-in, placed there first. */
  readonly programs: readonly string[];
  readonly certificates: readonly PlantedCertificate[];
  /** Folders that the system alone may change, with all that lies in them. */
  readonly ownedBySystem: readonly string[];
}

/** `text` is UTF-8; `standIn` is the program that takes every other program's place, saying `says` when it is asked something. */
export type PlantedFile = { readonly path: string } & (
  { readonly text: string } | { readonly standIn: { readonly says: string | null } }
);

export interface PlantedService {
  readonly name: string;
  readonly displayName: string;
  readonly kind: 'service' | 'driver';
  readonly startsBySelf: boolean;
  readonly program: string;
  readonly runs: boolean;
}

export interface PlantedCertificate {
  readonly place: 'LocalMachine' | 'CurrentUser';
  readonly store: string;
  /** Base64 of its DER form. */
  readonly der: string;
  /** SHA-1 in capitals, as the registry names it. */
  readonly address: string;
}

export const nothingPlanted: Planting = {
  keys: [],
  folders: [],
  files: [],
  services: [],
  programs: [],
  certificates: [],
  ownedBySystem: [],
};

/** Several plantings as one. */
export function together(parts: readonly Partial<Planting>[]): Planting {
  const all = <K extends keyof Planting>(name: K): Planting[K] =>
    parts.flatMap((part): readonly unknown[] => part[name] ?? []) as unknown as Planting[K];
  return {
    keys: all('keys'),
    folders: all('folders'),
    files: all('files'),
    services: all('services'),
    programs: all('programs'),
    certificates: all('certificates'),
    ownedBySystem: all('ownedBySystem'),
  };
}
