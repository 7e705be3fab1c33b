import { Command, Option } from 'commander';
import { comparePlans } from '../../core/planning/compare-plans';
import { Plan } from '../../core/planning/plan';
import type { ApplyResult } from '../../core/session/session';
import type { RunState } from '../../core/execution/read-journal';
import { exitCodeOfRefusal, exitCodeOfRun, exitCodes, type ExitCode } from '../exit-codes';
import { Ending, give, oneLine, openFor, type CommonOptions, type Opened, type Terminal } from '../frame';
import { offerRestart } from '../offer-restart';
import { printPlan } from '../print/print-plan';
import { printRun } from '../print/print-run';
import { refusalLine } from '../print/refusal-line';
import { readValueFile } from '../read-value-file';
import { choicesFrom, withChoices, type ChoiceOptions } from './plan';

interface ApplyOptions extends CommonOptions, ChoiceOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly resume?: string | true;
  readonly agreed?: string;
  readonly restart: 'never' | 'ask' | 'now';
}

/** `apply`: carries an agreed plan out, or goes on with a run that was cut off. */
export function applyCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command('apply')
    .description('carry a plan out, or go on after a crash or a restart')
    .argument('[plan]', 'a plan written by `offramp plan --json --output FILE`')
    .option('--yes', 'agree without being asked; without a terminal this is the only way')
    .option('--dry-run', 'say what would run and change nothing')
    .option('--resume [run]', 'go on with this run, or with the newest unfinished one')
    .addOption(new Option('--agreed <digest>', 'the digest agreed to in the window').hideHelp())
    .addOption(
      new Option('--restart <when>', 'when a restart is needed').choices(['never', 'ask', 'now']).default('ask'),
    );
  return withChoices(command).action(async (planFile: string | undefined, options: ApplyOptions) => {
    if ([planFile, options.resume, options.agreed].filter((given) => given !== undefined).length !== 1)
      throw new Ending(exitCodes.usage, 'Give a plan file, or --resume.');
    if (options.resume !== undefined) return resume(options, terminal, end);
    if (options.agreed !== undefined) return applyAgreed(options.agreed, options, terminal, end);
    return applyFile(planFile ?? '', options, terminal, end);
  });
}

async function applyFile(
  path: string,
  options: ApplyOptions,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): Promise<void> {
  const read = readValueFile(path, Plan);
  if (!read.ok)
    throw new Ending(
      exitCodes.refused,
      openFor(options, terminal).words('cli.refused.plan', { detail: oneLine(read.detail) }),
    );
  const opened = openFor(options, terminal, read.value.language);
  if (options.dryRun === true) return dryRun(read.value, opened, options, terminal, end);
  const consent = options.yes === true ? 'flag' : await askForConsent(read.value, opened, terminal);
  return finish(
    await opened.session.apply(read.value, { given: consent }, progress(opened, options, terminal)),
    opened,
    options,
    terminal,
    end,
  );
}

async function applyAgreed(
  digest: string,
  options: ApplyOptions,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): Promise<void> {
  const opened = openFor(options, terminal);
  const agreed = { digest, choices: choicesFrom(options) };
  return finish(
    await opened.session.apply(agreed, { given: 'window' }, progress(opened, options, terminal)),
    opened,
    options,
    terminal,
    end,
  );
}

async function resume(options: ApplyOptions, terminal: Terminal, end: (code: ExitCode) => void): Promise<void> {
  const opened = openFor(options, terminal);
  const run = typeof options.resume === 'string' ? options.resume : null;
  return finish(await opened.session.resume(run, progress(opened, options, terminal)), opened, options, terminal, end);
}

/** The same plan by the same code; only the last step, acting, is left out. */
async function dryRun(
  agreed: Plan,
  opened: Opened,
  options: ApplyOptions,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): Promise<void> {
  const { scan, plan } = await opened.session.plan(agreed.choices);
  const changes = comparePlans(agreed, plan);
  if (changes !== null)
    throw new Ending(exitCodes.refused, refusalLine({ reason: 'plan-differs', changes }, opened.words));
  const steps = plan.steps.map(({ id, shows }) => ({ id, outcome: 'would-run', reason: shows === '' ? null : shows }));
  give(
    { schemaVersion: 1, run: null, outcome: 'dry-run', steps },
    () => printPlan(plan, scan, opened.words, terminal.columns),
    options,
    terminal,
  );
  end(plan.blockers.some(({ severity }) => severity === 'stop') ? exitCodes.blocked : exitCodes.done);
}

async function askForConsent(plan: Plan, { session, words }: Opened, terminal: Terminal): Promise<'terminal'> {
  if (terminal.ask === null) throw new Ending(exitCodes.blocked, words('cli.no-terminal-to-ask'));
  const { scan } = await session.plan(plan.choices);
  terminal.err(printPlan(plan, scan, words, terminal.columns));
  const answer = await terminal.ask(`${words('cli.agree')} `);
  if (!words('cli.agree-answers').split(' ').includes(answer.trim().toLowerCase()))
    throw new Ending(exitCodes.blocked, words('cli.not-agreed'));
  return 'terminal';
}

function progress({ words }: Opened, options: ApplyOptions, terminal: Terminal) {
  const told = new Set<string>();
  let first = true;
  return {
    async askPassword(product: string): Promise<string | null> {
      const answer = await terminal.askSecret?.(`${words('cli.password', { product })} `);
      return answer === undefined || answer === '' ? null : answer;
    },
    onJournal(state: RunState, run: string) {
      if (options.quiet === true) return;
      // What an earlier part of the run did was told then.
      if (first) for (const [id, { at }] of state.outcomes) told.add(`${at} ${id}`);
      first = false;
      for (const step of state.started.plan.steps) {
        const outcome = state.outcomes.get(step.id);
        if (state.open.has(step.id)) tellOnce(`begin ${step.id}`, words('cli.step-begins', { step: step.title }));
        else if (outcome !== undefined)
          tellOnce(
            `${outcome.at} ${step.id}`,
            words('cli.step-ends', { step: step.title, outcome: words(`outcomes.${outcome.outcome}`) }),
          );
      }
      tellOnce('run', words('cli.run', { run }));
    },
  };
  function tellOnce(id: string, line: string): void {
    if (told.has(id)) return;
    told.add(id);
    terminal.err(`${line}\n`);
  }
}

async function finish(
  result: ApplyResult,
  { words, tools }: Opened,
  options: ApplyOptions,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): Promise<void> {
  if (!result.ok) {
    const { refusal } = result;
    const outcome =
      refusal.reason === 'nothing-to-do'
        ? 'done'
        : refusal.reason === 'blocked' || refusal.reason === 'somebody-else' || refusal.reason === 'needs-elevation'
          ? 'blocked'
          : 'refused';
    const line = refusalLine(refusal, words);
    if (options.json === true)
      give({ schemaVersion: 1, run: null, outcome, steps: [], reason: refusal.reason }, () => '', options, terminal);
    if (refusal.reason === 'nothing-to-do') {
      if (options.json !== true && options.quiet !== true) terminal.out(`${line}\n`);
      return end(exitCodes.done);
    }
    throw new Ending(exitCodeOfRefusal(refusal), line);
  }
  const { run, outcome, state } = result;
  const steps = state.started.plan.steps.map(({ id }) => ({
    id,
    outcome: state.outcomes.get(id)?.outcome ?? 'not-reached',
    reason: state.outcomes.get(id)?.reason ?? null,
  }));
  give(
    { schemaVersion: 1, run, outcome, steps },
    () => printRun(run, outcome, state, words, terminal.columns),
    options,
    terminal,
  );
  if (outcome === 'restart-needed') {
    const line = await offerRestart({
      when: options.restart,
      isThisComputer: tools.machine.source.kind === 'this',
      ask: options.json === true ? null : terminal.ask,
      restart: terminal.restart,
      words,
    });
    if (line !== null) terminal.err(`${line}\n`);
  }
  end(exitCodeOfRun(outcome));
}
