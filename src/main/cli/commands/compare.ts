import { Command } from 'commander';
import { compareMachines, type MachineComparison } from '../../core/machine/compare-machines';
import { compareDetections } from '../compare-detections';
import { exitCodes, type ExitCode } from '../exit-codes';
import { Ending, give, wordsHere, type CommonOptions, type Terminal } from '../frame';
import { lookAt, type LookedAt } from '../look-at';
import { printComparison } from '../print/print-comparison';

interface CompareOptions extends CommonOptions {
  readonly all: boolean;
}

/** `compare`: what differs between two recorded computers, or one computer at two times. */
export function compareCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('compare')
    .description('tell what differs between two recorded computers, or one computer at two times')
    .argument('<a>', 'the earlier one: a recorded machine file, sim:NAME, or `this` for this computer')
    .argument('<b>', 'the later one')
    .option('--all', 'print every difference; otherwise the first of each kind, and the rest is counted', false)
    .addHelpText('after', teaching)
    .action(async (a: string, b: string, options: CompareOptions) => {
      const words = wordsHere(options.lang);
      if (options.machine !== undefined) throw new Ending(exitCodes.usage, words('cli.compare.no-machine'));
      // One after the other: the first that is refused is the one that is named.
      const before = await lookAt(a, options, terminal);
      const after = await lookAt(b, options, terminal);
      const comparison: MachineComparison = {
        schemaVersion: 1,
        a: headOf(before),
        b: headOf(after),
        ...compareMachines(before.answers, after.answers),
        detections: compareDetections(before.scan.detections, after.scan.detections),
      };
      give(comparison, () => printComparison(comparison, words, terminal.columns, options), options, terminal);
      end(exitCodes.done);
    });
}

const headOf = ({ title, recordedAt }: LookedAt): MachineComparison['a'] => ({ title, recordedAt });

const teaching = `
Record a computer, change something, and compare:
  offramp scan --record before.json
  offramp scan --record after.json
  offramp compare before.json after.json
  offramp compare before.json this                 without recording it again
  offramp compare sim:home-windows-plus sim:clean-windows --json

What could not be looked at on one side (denied, failed, not recorded) is never told as gone or new.

Exit codes: 0 compared, whether something differs or not: a difference is no verdict; 2 wrong usage;
9 a file that is no recorded computer. To act on differences, read \`questions\` and \`detections\` of --json.
`;
