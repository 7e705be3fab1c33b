import { join } from 'node:path';
import { runQuery, type RunQuery } from './run-query';
import { runTool, type RunTool } from './run-tool';

/** What the reader and the actor of a Linux computer work with. Everything is an argument, so tests bring folders of their own. */
export interface LinuxTools {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly effectiveUserId: number;
  /** The user whose files count as the system's own: 0, except in tests that do not run as root. */
  readonly systemUserId: number;
  readonly arch: string;
  /** The caller's variables: they are only looked at, never handed on. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Our own process, from which those that started it are found. */
  readonly processId: number;
  readonly now: () => Date;
  /** Runs a program that only reads, and ends it at the time limit. */
  readonly runQuery: RunQuery;
  /** Runs a program that changes the computer, and never ends it. */
  readonly runTool: RunTool;
}

/** The computer we run on. */
export function thisLinux(): LinuxTools {
  return {
    root: '/',
    effectiveUserId: process.geteuid?.() ?? -1,
    systemUserId: 0,
    arch: process.arch,
    environment: process.env,
    processId: process.pid,
    now: () => new Date(),
    runQuery,
    runTool,
  };
}

/** Where an absolute path of that computer lies for us. */
export const at = (tools: Pick<LinuxTools, 'root'>, path: string): string => join(tools.root, path);
