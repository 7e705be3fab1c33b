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

/** Where rehearsals on simulated computers are recorded: the person's own folder. */
export function simulatedStateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment['OFFRAMP_STATE_DIR'];
  if (given !== undefined && given !== '') return join(given, 'simulated');
  return join(environment['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'offramp', 'simulated');
}
