import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export type Availability = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** `OFFRAMP_LAB_DIR`, else a folder in the user's cache. Holds the base prefix and the running laboratories. */
export function labFolder(): string {
  return path.resolve(process.env['OFFRAMP_LAB_DIR'] || path.join(homedir(), '.cache/offramp/wine-lab'));
}

/** Wine and its server on a Linux PC; everything else is fetched by `setUp`. */
export function wineAvailable(): Availability {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { ok: false, reason: `The Wine laboratory needs Linux on x64, not ${process.platform} on ${process.arch}.` };
  }
  const missing = ['wine', 'wineserver'].filter((program) => !isOnPath(program));
  if (missing.length === 0) return { ok: true };
  return {
    ok: false,
    reason: `${missing.join(' and ')} not found: apt-get install --no-install-recommends wine wine64`,
  };
}

/**
 * What Wine gets to know of this machine: as good as nothing. HOME lies inside the laboratory, because Wine links a user's
 * documents folders to it. There is no display, and no inherited variable that a Windows program could act on.
 */
export function wineEnvironment(prefix: string, home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    USER: 'tester',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // A laboratory may call itself Windows 7, which Node refuses.
    NODE_SKIP_PLATFORM_CHECK: '1',
    WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;winemenubuilder.exe=d',
  };
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
