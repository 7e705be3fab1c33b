import type { PlainCommand } from '../elevation/plain-command';

/** What is to happen by itself later: going on with a run at the next start, or looking once more after a day. */
export interface ResumeRequest {
  readonly run: string;
  readonly command: PlainCommand;
  readonly when: 'next-start' | 'in-a-day';
}

/** Throws for what is no run of ours: its name becomes part of paths and names that the system keeps. */
export function requireRun(run: string): void {
  if (!/^[0-9A-Za-z][0-9A-Za-z-]{0,79}$/.test(run)) throw new Error(`not a run: ${run}`);
}

export type Arranged = { readonly ok: true } | { readonly ok: false; readonly detail: string };

export const dayMs = 24 * 60 * 60_000;
