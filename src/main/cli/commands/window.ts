import { Command, InvalidArgumentError } from 'commander';
import { mostDays } from '../../core/countdown/own-plan';
import { planCalendar } from '../../core/countdown/plan-calendar';
import { windowForComputer } from '../../core/session/window-for-computer';
import { exitCodes, type ExitCode } from '../exit-codes';
import { Ending, give, oneLine, openFor, writeOutput, type CommonOptions, type Terminal } from '../frame';
import { printWindow } from '../print/print-window';

interface WindowOptions extends CommonOptions {
  readonly start?: string;
  readonly days?: number;
  readonly ics?: string;
}

/** `window`: the legal instants, this computer's protection age, and the own plan; three clocks that are never mixed. */
export function windowCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('window')
    .description('the legal instants, the age of the definitions here, and a plan of your own')
    .option('--start <date>', 'first day of your own plan, such as 2026-11-23')
    .option('--days <n>', `how many days your own plan has, up to ${mostDays}`, readDays)
    .option('--ics <file>', 'write your own plan to a calendar file')
    .action(async (options: WindowOptions) => {
      const { tools, words } = openFor(options, terminal);
      if (options.start === undefined && (options.days !== undefined || options.ics !== undefined))
        throw new Ending(exitCodes.usage, words('days.needs-start'));
      const plan = options.start === undefined ? null : { start: options.start, days: options.days ?? mostDays };
      const today = await windowForComputer(tools, plan, dayHere(tools.now()));
      if (!today.ok)
        throw new Ending(
          exitCodes.usage,
          words(`days.refused.${today.reason}`, { date: oneLine(options.start ?? '') }),
        );
      const { window } = today;
      if (options.ics !== undefined && window.ownPlan !== null) {
        writeOutput(options.ics, planCalendar(window.ownPlan, words, tools.now()));
        if (options.quiet !== true) terminal.err(`${words('days.calendar-written', { file: oneLine(options.ics) })}\n`);
      }
      give(window, () => printWindow(window, words, terminal.columns), options, terminal);
      end(exitCodes.done);
    });
}

function readDays(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > mostDays)
    throw new InvalidArgumentError(`expected a whole number from 1 to ${mostDays}.`);
  return Number(text);
}

/** The calendar day where this computer is: an own plan goes by its person's calendar, not by the law's. */
function dayHere(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
