import type { Planting } from './planting';

/** What the laboratory may ask of the agent inside Windows. One at a time; each is answered before the next is sent. */
export type Order =
  | { readonly do: 'plant'; readonly planting: Planting }
  | { readonly do: 'take-away' }
  | { readonly do: 'scan'; readonly ownedBySystem: readonly string[]; readonly words: readonly string[] }
  | { readonly do: 'footprint' };

/** How the shipped command line ended. */
export interface Scanned {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string };
