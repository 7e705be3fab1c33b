import { delimiter, isAbsolute, join } from 'node:path';
import type { Command } from './start-detached';

export interface Surroundings {
  readonly isPackaged: boolean;
  readonly resourcesPath: string;
  readonly appPath: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly exists: (path: string) => boolean;
}

/**
 * How our command line is started: the executable beside the installed program, or, in a checkout, Node with the built bundle.
 * Null when it is not there. Never Electron itself.
 */
export function commandLine({
  isPackaged,
  resourcesPath,
  appPath,
  environment,
  platform,
  exists,
}: Surroundings): Command | null {
  if (isPackaged) {
    const program = join(resourcesPath, 'cli', platform === 'win32' ? 'offramp.exe' : 'offramp');
    return exists(program) ? { program, arguments: [] } : null;
  }
  const bundle = join(appPath, 'dist', 'cli', 'offramp.cjs');
  const node = nodeIn(environment, platform, exists);
  return node !== null && exists(bundle) ? { program: node, arguments: [bundle] } : null;
}

/** The system's prompt wants to show a whole path, and searches none. */
function nodeIn(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  exists: (path: string) => boolean,
): string | null {
  const given = environment['npm_node_execpath'];
  const name = platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, name));
  return [...(given === undefined ? [] : [given]), ...onPath].find(exists) ?? null;
}
