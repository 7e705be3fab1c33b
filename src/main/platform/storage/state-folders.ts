import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where runs on a real computer are recorded: a folder that only administrators can write and everybody may read. */
export function systemStateFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const given = environment['OFFRAMP_STATE_DIR'];
  if (given !== undefined && given !== '') return given;
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Offramp');
  return platform === 'darwin' ? '/Library/Application Support/Offramp' : '/var/lib/offramp';
}

/** Where what concerns one account lies: its own folder. */
export function ownStateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment['OFFRAMP_STATE_DIR'];
  if (given !== undefined && given !== '') return given;
  return join(environment['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'offramp');
}

/** Where rehearsals on simulated computers are recorded. */
export const simulatedStateFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  join(ownStateFolder(environment), 'simulated');
