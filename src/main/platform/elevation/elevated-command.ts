import type { PlainCommand } from './plain-command';
import { appleScriptCommand } from './apple-script-command';
import { throughUac } from './through-uac';

export type ElevationUnavailable = 'no-prompt';

export interface ElevationTools {
  readonly platform: 'windows' | 'macos' | 'linux';
  readonly isElevated: boolean;
  /** Where a program of the system lies, or null. */
  readonly findProgram: (name: string) => string | null;
  /** Whether somebody can be asked on a terminal. */
  readonly hasTerminal: boolean;
}

/**
 * How a command of ours is started through the system's own prompt for more rights; as it is when we have them. sudo is used only where it can ask on a
 * terminal: a permission it gives without asking is one nobody gave for this.
 *
 * Throws when the program is no absolute path, which is a mistake of the caller.
 */
export function elevatedCommand(
  command: PlainCommand,
  tools: ElevationTools,
): PlainCommand | { readonly unavailable: ElevationUnavailable } {
  if (tools.platform !== 'windows' && !command.program.startsWith('/'))
    throw new Error(`not an absolute path: ${command.program}`);
  if (tools.isElevated) return command;
  switch (tools.platform) {
    case 'linux':
      return linuxCommand(command, tools);
    case 'macos':
      return appleScriptCommand(command);
    case 'windows':
      return { ...command, arguments: [...command.arguments, throughUac] };
  }
}

function linuxCommand(
  command: PlainCommand,
  tools: ElevationTools,
): PlainCommand | { readonly unavailable: ElevationUnavailable } {
  const words = [command.program, ...command.arguments];
  const pkexec = tools.findProgram('pkexec');
  // On a terminal pkexec can ask there itself; without one its own agent would wait for an answer that cannot come.
  if (pkexec !== null)
    return { program: pkexec, arguments: [...(tools.hasTerminal ? [] : ['--disable-internal-agent']), ...words] };
  const sudo = tools.hasTerminal ? tools.findProgram('sudo') : null;
  return sudo === null ? { unavailable: 'no-prompt' } : { program: sudo, arguments: ['--', ...words] };
}
