import { Command } from 'commander';
import { exitCodeOfScan, exitCodes, type ExitCode } from '../exit-codes';
import { Ending, give, openFor, type CommonOptions, type Terminal } from '../frame';
import { printVerification } from '../print/print-verification';

/** `verify`: scans again; what is left, and what protects now. */
export function verifyCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('verify')
    .description('scan again: what is left, and what protects this computer now')
    .option('--run <run>', 'the run whose end is to be proven')
    .action(async (options: CommonOptions & { readonly run?: string }) => {
      const { session, words } = openFor(options, terminal);
      const result = await session.verify(options.run ?? null);
      if (!result.ok) throw new Ending(exitCodes.refused, words(`reasons.${result.reason}`));
      give(
        result.verification,
        () => printVerification(result.verification, words, terminal.columns),
        options,
        terminal,
      );
      end(exitCodeOfScan(result.verification.verdict));
    });
}
