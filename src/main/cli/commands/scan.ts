import { Command, Option } from 'commander';
import { hostname } from 'node:os';
import type { Answer } from '../../core/machine/answer';
import { openSession } from '../../core/session/open-session';
import { redactor } from '../../core/machine/redact';
import { namesOfUsers } from '../../platform/session-tools';
import { machineFileFrom } from '../../platform/simulated/machine-file-from';
import { recordingReader } from '../../platform/simulated/recording-reader';
import { exitCodeOfScan, type ExitCode } from '../exit-codes';
import { give, openFor, writeOutput, type CommonOptions, type Terminal } from '../frame';
import { evidenceAmounts } from '../print/print-evidence';
import { printScan, type ScanView } from '../print/print-scan';

interface ScanOptions extends CommonOptions, ScanView {
  readonly record?: string;
}

/** `scan`: looks and changes nothing. */
export function scanCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('scan')
    .description('look at this computer; changes nothing')
    .option('--record <file>', 'write what was read to a redacted machine file')
    .addOption(
      new Option('--evidence <amount>', 'how many of the marks to print; what is left out is counted')
        .choices([...evidenceAmounts])
        .default('short'),
    )
    .option('--timings', 'print how long each probe took', false)
    .action(async (options: ScanOptions) => {
      const { tools, words } = openFor(options, terminal);
      const answers = new Map<string, Answer<unknown>>();
      const reader =
        options.record === undefined
          ? tools.machine.reader
          : recordingReader(tools.machine.reader, (key, answer) => answers.set(key, answer));
      const scan = await openSession({ ...tools, machine: { ...tools.machine, reader } }).scan();
      if (options.record !== undefined) {
        const file = machineFileFrom(answers, {
          title: `${scan.machine.os}, ${scan.verdict}`,
          recordedAt: tools.now().toISOString(),
          recordedBy: `offramp ${tools.toolVersion}`,
          redact: redactor({ userNames: namesOfUsers(), hostName: hostname() }),
        });
        writeOutput(options.record, `${JSON.stringify(file, null, 1)}\n`);
        if (options.quiet !== true) terminal.err(`${words('cli.recorded', { file: options.record })}\n`);
      }
      give(scan, () => printScan(scan, words, terminal.columns, options), options, terminal);
      end(exitCodeOfScan(scan.verdict));
    });
}
