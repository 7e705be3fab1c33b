import { Command, Option } from 'commander';
import { keepKinds, type PlanChoices } from '../../core/planning/plan';
import { exitCodes, type ExitCode } from '../exit-codes';
import { Ending, give, openFor, type CommonOptions, type Terminal } from '../frame';
import { printPlan } from '../print/print-plan';

export interface ChoiceOptions {
  readonly keep?: PlanChoices['keep'];
  readonly skip?: readonly string[];
  readonly settled?: readonly string[];
  readonly replaceWith?: string;
  readonly also?: readonly string[];
}

/** The options that say what a person chose; `plan` and the elevated side of `apply` take the same. */
export const withChoices = (command: Command): Command =>
  command
    .addOption(new Option('--keep <kind...>', 'keep this although the product goes').choices([...keepKinds]))
    .option('--skip <step...>', 'leave a step out, by its id')
    .option('--settled <blocker...>', 'say that a blocker has been settled with whoever can settle it')
    .option('--also <product...>', 'remove this product too, which took the place of Kaspersky (ultraav, ultravpn)')
    .option('--replace-with <id>', 'what will protect this computer instead, by its id');

export const choicesFrom = (options: ChoiceOptions): PlanChoices => ({
  keep: [...new Set(options.keep ?? [])].sort(),
  skip: [...new Set(options.skip ?? [])].sort(),
  settled: [...new Set(options.settled ?? [])].sort(),
  replaceWith: options.replaceWith ?? null,
  ...(options.also === undefined ? {} : { also: [...new Set(options.also)].sort() }),
});

/** `plan`: scan, then the ordered plan a person can read. */
export function planCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return withChoices(new Command('plan').description('scan, then the ordered plan you can read and agree to')).action(
    async (options: CommonOptions & ChoiceOptions) => {
      const { session, tools, words } = openFor(options, terminal);
      if (
        options.replaceWith !== undefined &&
        !tools.knowledge.alternatives.some(({ id }) => id === options.replaceWith)
      )
        throw new Ending(exitCodes.usage, words('cli.unknown-alternative', { id: options.replaceWith }));
      const successors = tools.knowledge.signatures.filter(({ family }) => family === 'successor').map(({ id }) => id);
      const stranger = (options.also ?? []).find((id) => !successors.includes(id));
      if (stranger !== undefined) throw new Ending(exitCodes.usage, words('cli.unknown-successor', { id: stranger }));
      const { scan, plan, unknownSteps } = await session.plan(choicesFrom(options));
      const [unknown] = unknownSteps;
      if (unknown !== undefined) throw new Ending(exitCodes.usage, words('cli.unknown-step', { id: unknown }));
      give(plan, () => printPlan(plan, scan, words, terminal.columns), options, terminal);
      end(plan.blockers.some(({ severity }) => severity === 'stop') ? exitCodes.blocked : exitCodes.done);
    },
  );
}
