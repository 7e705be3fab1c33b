import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { buildProgram } from './build-program';
import { exitCodes, type ExitCode } from './exit-codes';
import { Ending, oneLine, type Terminal } from './frame';

/** Runs one command line and gives its exit code. Never throws and never prints a stack trace. */
export async function runCli(args: readonly string[], outside: Omit<Terminal, 'afterwards'>): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const later: (() => void)[] = [];
  const terminal: Terminal = { ...outside, afterwards: (work) => void later.push(work) };
  const program = buildProgram(terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    later.forEach((work) => work());
    return code;
  } catch (error) {
    if (error instanceof Ending) {
      if (error.line !== '') terminal.err(`${oneLine(error.line)}\n`);
      return error.code;
    }
    // Commander has printed its own line; asking for help or the version is no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    terminal.err(`Offramp stopped unexpectedly. Please report it with this file: ${writeCrashFile(error)}\n`);
    return exitCodes.unexpected;
  }
}

function writeCrashFile(error: unknown): string {
  try {
    const file = join(mkdtempSync(join(tmpdir(), 'offramp-')), 'crash.txt');
    writeFileSync(file, error instanceof Error ? `${error.stack ?? error.message}\n` : String(error));
    return file;
  } catch {
    return '(could not be written)';
  }
}
