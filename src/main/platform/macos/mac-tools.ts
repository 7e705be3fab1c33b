import { join } from 'node:path';
import { runQuery, type RunQuery } from './run-query';

/** What the reader of a Mac works with. Everything is an argument, so tests bring folders of their own. */
export interface MacTools {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly effectiveUserId: number;
  /** The user whose files count as the system's own: 0, except in tests that do not run as root. */
  readonly systemUserId: number;
  /** The group that may write to `/Applications`: `admin`, 80 on every Mac. */
  readonly administratorsGroupId: number;
  readonly arch: string;
  /** The caller's variables: they are only looked at, never handed on. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Runs a program that only reads, and ends it at the time limit. */
  readonly runQuery: RunQuery;
}

/** The Mac we run on. */
export function thisMac(): MacTools {
  return {
    root: '/',
    effectiveUserId: process.geteuid?.() ?? -1,
    systemUserId: 0,
    administratorsGroupId: 80,
    arch: process.arch,
    environment: process.env,
    runQuery,
  };
}

/** Where an absolute path of that Mac lies for us. */
export const at = (tools: Pick<MacTools, 'root'>, path: string): string => join(tools.root, path);
