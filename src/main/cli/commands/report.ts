import { Command, Option } from 'commander';
import { reportHtml } from '../../core/reporting/report-html';
import { exitCodes, type ExitCode } from '../exit-codes';
import { Ending, openFor, writeOutput, type CommonOptions, type Terminal } from '../frame';

interface ReportOptions extends CommonOptions {
  readonly run?: string;
  readonly format: 'html' | 'json';
}

/** `report`: the proof of a removal, with what was not checked. */
export function reportCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('report')
    .description('the proof of removal, with what was not checked')
    .option('--run <run>', 'the run to report on; without it, the computer as it is now')
    .addOption(new Option('--format <format>', 'form of the report').choices(['html', 'json']).default('html'))
    .action(async (options: ReportOptions) => {
      const { session, words } = openFor(options, terminal);
      const result = await session.report(options.run ?? null);
      if (!result.ok) throw new Ending(exitCodes.refused, words(`reasons.${result.reason}`));
      const asJson = options.json === true || options.format === 'json';
      const text = asJson
        ? `${JSON.stringify(result.report, null, 2)}\n`
        : reportHtml(result.report, words, options.lang);
      if (options.output !== undefined) writeOutput(options.output, text);
      if (options.json === true) terminal.out(text);
      else if (options.quiet === true) return end(exitCodes.done);
      // A page for a browser is of no use on a terminal when it lies in a file already.
      else if (options.output === undefined) terminal.out(text);
      else terminal.err(`${words('cli.report-written', { file: options.output })}\n`);
      end(exitCodes.done);
    });
}
