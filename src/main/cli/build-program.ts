import { Command, InvalidArgumentError, Option } from 'commander';
import { languages } from '../core/knowledge/knowledge';
import { toolVersion } from '../platform/session-tools';
import { alternativesCommand } from './commands/alternatives';
import { applyCommand } from './commands/apply';
import { compareCommand } from './commands/compare';
import { demoCommand } from './commands/demo';
import { doctorCommand } from './commands/doctor';
import { planCommand } from './commands/plan';
import { reportCommand } from './commands/report';
import { scanCommand } from './commands/scan';
import { undoCommand } from './commands/undo';
import { verifyCommand } from './commands/verify';
import { windowCommand } from './commands/window';
import type { ExitCode } from './exit-codes';
import { oneLine, type Terminal } from './frame';

/** One command per file; what all of them take is added here. */
export function buildProgram(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command('offramp')
    .description('Takes a computer off Kaspersky safely: looks, plans, removes, proves.')
    .version(toolVersion, '-V, --version')
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(`${oneLine(text)} (offramp --help shows every command)\n`),
    })
    .configureHelp({ helpWidth: Math.min(terminal.columns, 100) })
    .addHelpText('after', examples)
    .exitOverride();
  for (const make of [
    scanCommand,
    planCommand,
    applyCommand,
    verifyCommand,
    reportCommand,
    undoCommand,
    alternativesCommand,
    windowCommand,
    compareCommand,
    demoCommand,
    doctorCommand,
  ])
    program.addCommand(withCommonOptions(make(terminal, end), program));
  return program;
}

function withCommonOptions(command: Command, program: Command): Command {
  return command
    .copyInheritedSettings(program)
    .option('--json', 'one JSON value on standard output, nothing else')
    .option('--output <file>', 'the same bytes to a file')
    .option('--quiet', 'no words, only the exit code')
    .option('--no-color', 'plain text')
    .addOption(new Option('--lang <language>', 'language of the words').choices([...languages]).default('en'))
    .addOption(
      new Option('--now <iso>', 'take this moment for now; for tests and reports, and recorded').argParser(readMoment),
    )
    .option(
      '--machine <source>',
      'sim:NAME for a simulated computer, or a recorded machine file; without it, this computer',
    )
    .option('--data <folder>', 'another signed knowledge pack');
}

function readMoment(text: string): Date {
  const moment = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(moment.getTime()))
    throw new InvalidArgumentError('expected a moment such as 2026-11-23T12:00:00Z.');
  return moment;
}

const examples = `
The journey, on a computer that only exists in memory:
  offramp demo                                          which simulated computers there are
  offramp scan --machine sim:linux-server               look; changes nothing
  offramp plan --machine sim:linux-server --json --output plan.json
  offramp apply plan.json --machine sim:linux-server    asks once, then removes
  offramp report --machine sim:linux-server --run RUN --format html --output proof.html
  offramp compare sim:home-windows-plus sim:clean-windows    what differs between two of them

Exit codes: 0 done or nothing found, 2 wrong usage, 3 present, 4 leftovers, 5 restart needed, 6 blocked,
7 needs administrator rights, 8 inconclusive, 9 refused input, 10 a step failed, 1 a fault of ours.
`;
