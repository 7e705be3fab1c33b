import { Command } from 'commander';
import type { Words } from '../../core/knowledge/words';
import type { Session } from '../../core/session/session';
import { exitCodeOfRefusal, exitCodeOfScan, exitCodes, type ExitCode } from '../exit-codes';
import { Ending, give, openFor, type CommonOptions, type Terminal } from '../frame';
import { printVerification } from '../print/print-verification';
import { refusalLine } from '../print/refusal-line';

interface VerifyOptions extends CommonOptions {
  readonly run?: string;
  readonly note?: boolean;
}

/** `verify`: scans again; what is left, and what protects now. */
export function verifyCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('verify')
    .description('scan again: what is left, and what protects this computer now')
    .option('--run <run>', 'the run whose end is to be proven')
    .option('--note', 'write this look into the record of the run; needs administrator rights')
    .action(async (options: VerifyOptions) => {
      const { session, words } = openFor(options, terminal);
      if (options.note === true && options.run === undefined)
        throw new Ending(exitCodes.usage, words('cli.note-needs-run'));
      const result =
        options.note === true && options.run !== undefined
          ? await noted(options.run, session, words)
          : await session.verify(options.run ?? null);
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

/** The look that a run asked for some time after its end. */
async function noted(run: string, session: Session, words: Words) {
  const result = await session.lookAgain(run);
  if (!result.ok) throw new Ending(exitCodeOfRefusal(result.refusal), refusalLine(result.refusal, words));
  return result;
}
