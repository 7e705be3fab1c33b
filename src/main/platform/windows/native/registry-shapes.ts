import type { NoReading } from './reading';
import type { rootHandles } from './registry-calls';
import type { RegistryValue } from './registry-value';

export type RegistryRoot = keyof typeof rootHandles;

/** 64-bit Windows keeps two sets of some keys; 32 reads what 32-bit programs see. */
export type RegistryView = 32 | 64;

/** One key. `path` is below the root, as asked for; names keep the registry's own spelling and order. */
export interface RegistryKey {
  readonly path: string;
  readonly subkeys: readonly string[];
  readonly values: Readonly<Record<string, RegistryValue>>;
}

/** A key and the keys below it, parents first. */
export interface RegistryTree {
  readonly keys: readonly RegistryKey[];
  /** False when `maxKeys` ended the reading early. */
  readonly complete: boolean;
  /** Keys that are there and could not be read: absence of evidence, to be told. */
  readonly unread: readonly { readonly path: string; readonly why: NoReading }[];
}

export interface TreeLimits {
  /** 0 reads the key alone, 1 its subkeys too, and so on. */
  readonly depth: number;
  readonly maxKeys: number;
  /** Reads only the values of these names, in this order; without it, all of them. Two of twelve cost a third of the time. */
  readonly only?: readonly string[];
}
