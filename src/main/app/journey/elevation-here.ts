import { elevatedCommand } from '../../platform/elevation/elevated-command';
import { elevationRefusal } from '../../platform/elevation/elevation-refusal';
import type { Platform } from '../../core/machine/shapes';
import type { Elevation } from './elevated-runner';
import type { Command } from './start-detached';

export interface ElevationHere {
  /** Our command line, or null when it is not there. */
  readonly commandLine: Command | null;
  readonly platform: Platform;
  readonly isElevated: boolean;
  readonly findProgram: (name: string) => string | null;
}

/** Our command line with these words, through the system's own prompt. A window has no terminal to be asked on. */
export function elevationHere(
  { commandLine, platform, isElevated, findProgram }: ElevationHere,
  words: readonly string[],
): Elevation {
  if (commandLine === null) return { ok: false, reason: 'command-line-missing', detail: null };
  const plain = { program: commandLine.program, arguments: [...commandLine.arguments, ...words] };
  const command = elevatedCommand(plain, { platform, isElevated, findProgram, hasTerminal: false });
  if ('unavailable' in command) return { ok: false, reason: 'elevation-unavailable', detail: command.unavailable };
  return { ok: true, command, whyNotStarted: isElevated ? () => null : whyNotStarted };
}

function whyNotStarted(exitCode: number): 'elevation-denied' | 'elevation-unavailable' | null {
  const refusal = elevationRefusal(exitCode);
  if (refusal === null) return null;
  return refusal === 'denied' ? 'elevation-denied' : 'elevation-unavailable';
}
