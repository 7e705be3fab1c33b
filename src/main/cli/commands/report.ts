import { Command, Option } from 'commander';
import { checkProof } from '../../core/reporting/check-proof';
import { Report } from '../../core/reporting/report';
import { reportHtml } from '../../core/reporting/report-html';
import { ticketNote } from '../../core/reporting/ticket-note';
import { proofSealing } from '../../platform/storage/proof-key';
import { ownStateFolder } from '../../platform/storage/state-folders';
import { exitCodes, type ExitCode } from '../exit-codes';
import {
  Ending,
  give,
  openFor,
  wordsHere,
  writeOutput,
  type CommonOptions,
  type Opened,
  type Terminal,
} from '../frame';
import { readValueFile } from '../read-value-file';

const formats = ['html', 'json', 'ticket', 'journal'] as const;

interface ReportOptions extends CommonOptions {
  readonly run?: string;
  readonly check?: string;
  readonly format: (typeof formats)[number];
}

/** `report`: the proof of a removal, with what was not checked. */
export function reportCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('report')
    .description('the proof of removal, with what was not checked')
    .option('--run <run>', 'the run to report on; without it, the computer as it is now')
    .option('--check <file>', 'say whether a report (JSON) was changed since it was signed')
    .addOption(
      new Option('--format <format>', 'a page, data, a note for a ticket, or the run’s record in plain words')
        .choices([...formats])
        .default('html'),
    )
    .action(async (options: ReportOptions) => {
      if (options.check !== undefined) return check(options.check, options, terminal, end);
      const opened = openFor(options, terminal);
      write(await textOf(options, opened), options, opened, terminal);
      end(exitCodes.done);
    });
}

async function textOf(options: ReportOptions, { session, words }: Opened): Promise<string> {
  const format = options.json === true ? 'json' : options.format;
  if (format === 'journal') {
    if (options.run === undefined) throw new Ending(exitCodes.usage, words('cli.report.needs-run'));
    const journal = session.journal(options.run);
    if (!journal.ok) throw new Ending(exitCodes.refused, words(`reasons.${journal.reason}`));
    return journal.text;
  }
  const result = await session.report(options.run ?? null);
  if (!result.ok) throw new Ending(exitCodes.refused, words(`reasons.${result.reason}`));
  switch (format) {
    case 'json':
      return `${JSON.stringify(result.report, null, 2)}\n`;
    case 'ticket':
      return ticketNote(result.report, words);
    case 'html':
      return reportHtml(result.report, words, options.lang);
  }
}

function write(text: string, options: ReportOptions, { words }: Opened, terminal: Terminal): void {
  if (options.output !== undefined) writeOutput(options.output, text);
  if (options.json === true) terminal.out(text);
  else if (options.quiet === true) return;
  // A page for a browser is of no use on a terminal when it lies in a file already.
  else if (options.output === undefined) terminal.out(text);
  else terminal.err(`${words('cli.report-written', { file: options.output })}\n`);
}

/** Needs no computer and no data: only the file and the key of this account. */
function check(file: string, options: ReportOptions, terminal: Terminal, end: (code: ExitCode) => void): void {
  const words = wordsHere(options.lang);
  const read = readValueFile(file, Report);
  if (!read.ok) throw new Ending(exitCodes.refused, words('cli.refused.report', { detail: read.detail }));
  const sealing = proofSealing(ownStateFolder());
  if (sealing === null) throw new Ending(exitCodes.refused, words('cli.report.proof.unsigned'));
  const verdict = checkProof(read.value, sealing);
  const line = words(`cli.report.proof.${verdict}`);
  if (verdict === 'changed' || verdict === 'unsigned') throw new Ending(exitCodes.refused, line);
  give({ schemaVersion: 1, proof: verdict }, () => `${line}\n`, options, terminal);
  end(exitCodes.done);
}
