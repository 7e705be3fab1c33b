import { Command, InvalidArgumentError, Option } from 'commander';
import { parts, usualWeights, type Part, type Weights } from '../../core/choosing/needs';
import { features, type Feature } from '../../core/knowledge/alternative';
import { rankForComputer, type Asked } from '../../core/session/rank-for-computer';
import { exitCodes, type ExitCode } from '../exit-codes';
import { give, openFor, type CommonOptions, type Terminal } from '../frame';
import { choosingJson } from '../print/choosing-json';
import { printChoosing } from '../print/print-choosing';

interface AlternativesOptions extends CommonOptions {
  readonly for: Asked['audience'];
  readonly need?: readonly Feature[];
  readonly weight?: Partial<Weights>;
  readonly budget: Asked['budget'];
  readonly place?: string;
  readonly explain?: boolean;
}

/** `alternatives`: what could protect this computer instead, and why. */
export function alternativesCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('alternatives')
    .description('rank what could protect this computer instead, and say why')
    .addOption(new Option('--for <whom>', 'who it is for').choices(['home', 'small-business']).default('home'))
    .addOption(new Option('--need <feature...>', 'leave out what does not have this').choices([...features]))
    .addOption(
      new Option('--weight <name=0..5...>', `how much a part counts: ${parts.join(', ')}`).argParser(readWeight),
    )
    .addOption(new Option('--budget <amount>', 'what it may cost').choices(['free', 'low', 'any']).default('any'))
    .addOption(new Option('--place <code>', 'where it is bought, such as US; nothing is assumed').argParser(readPlace))
    .option('--explain', 'print the arithmetic, with each fact and its date')
    .action(async (options: AlternativesOptions) => {
      const { tools, words } = openFor(options, terminal);
      const choosing = await rankForComputer(tools, {
        audience: options.for,
        budget: options.budget,
        musts: [...new Set(options.need ?? [])],
        weights: { ...usualWeights, ...options.weight },
        place: options.place ?? null,
      });
      const now = tools.now();
      give(
        choosingJson(choosing, now),
        () => printChoosing(choosing, words, terminal.columns, { now, explain: options.explain === true }),
        options,
        terminal,
      );
      end(exitCodes.done);
    });
}

function readWeight(text: string, before: Partial<Weights> = {}): Partial<Weights> {
  const [name = '', value = ''] = text.split('=');
  if (!parts.includes(name as Part) || !/^[0-5]$/.test(value) || text.split('=').length !== 2)
    throw new InvalidArgumentError(`expected NAME=0..5, with one of ${parts.join(', ')}.`);
  return { ...before, [name]: Number(value) };
}

function readPlace(text: string): string {
  if (!/^[A-Z]{2}$/.test(text)) throw new InvalidArgumentError('expected a code of two capital letters, such as US.');
  return text;
}
