import { Command } from 'commander';
import { exitCodeOfRefusal, exitCodes, type ExitCode } from '../exit-codes';
import { Ending, give, openFor, type CommonOptions, type Terminal } from '../frame';
import { printKept, printUndone } from '../print/print-undo';
import { refusalLine } from '../print/refusal-line';

interface UndoOptions extends CommonOptions {
  readonly list?: boolean;
}

/** `undo`: puts back what a run moved aside, weeks later too. */
export function undoCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('undo')
    .description('put back what a run moved aside; without items, all of it')
    .argument('<run>', 'the run that moved it, as `report` and `apply` name it')
    .argument('[item...]', 'only these, by their ids')
    .option('--list', 'list what can be put back and change nothing')
    .action(async (run: string, items: string[], options: UndoOptions) => {
      if (options.list === true) return list(run, items, options, terminal, end);
      const { session, words } = openFor(options, terminal);
      const result = await session.undo(run, items.length === 0 ? null : items, ({ id, outcome }) => {
        if (options.quiet !== true) terminal.err(`${id}: ${words(`outcomes.${outcome}`)}\n`);
      });
      if (!result.ok) throw new Ending(exitCodeOfRefusal(result.refusal), refusalLine(result.refusal, words));
      const failed = result.items.some(({ outcome }) => outcome === 'failed');
      give(
        { schemaVersion: 1, run, items: result.items },
        () => printUndone(result.items, words, terminal.columns),
        options,
        terminal,
      );
      end(failed ? exitCodes.stepFailed : exitCodes.done);
    });
}

async function list(
  run: string,
  items: readonly string[],
  options: UndoOptions,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): Promise<void> {
  const { session, words } = openFor(options, terminal);
  const result = await session.kept(run);
  if (!result.ok) throw new Ending(exitCodeOfRefusal(result.refusal), refusalLine(result.refusal, words));
  const unknown = items.find((item) => !result.items.some(({ id }) => id === item));
  if (unknown !== undefined)
    throw new Ending(exitCodes.refused, refusalLine({ reason: 'no-such-item', item: unknown }, words));
  const wanted = result.items.filter(({ id }) => items.length === 0 || items.includes(id));
  give({ schemaVersion: 1, run, items: wanted }, () => printKept(wanted, words, terminal.columns), options, terminal);
  end(exitCodes.done);
}
