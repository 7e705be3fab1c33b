import type { Action } from '../../core/machine/actions';
import { commandFor } from '../../core/machine/command-for';
import { findProgram } from './find-program';
import type { LinuxTools } from './linux-tools';
import { lastWords } from './removal-failure';

type Removal = Extract<Action, { verb: 'remove-packages' }>;

export type Simulated =
  | { readonly kind: 'as-agreed' }
  | { readonly kind: 'more'; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly said: string; readonly detail: string };

/**
 * Asks the tool, without changing anything, whether the removal would touch a package that nobody agreed to: apt and dnf take away what depends on
 * a package together with it. dpkg and rpm would refuse, but only half-way through.
 */
export async function wouldRemoveMore(
  tools: LinuxTools,
  action: Removal,
  agreed: readonly string[],
): Promise<Simulated> {
  switch (action.tool) {
    case 'apt':
      return simulateApt(tools, action, agreed);
    case 'dnf':
    case 'yum':
    case 'zypper':
    case 'rpm':
      return testForDependents(tools, 'rpm', ['-e', '--test', ...action.packages], /is needed by \(installed\) (\S+)/g);
    case 'dpkg':
      return testForDependents(
        tools,
        'dpkg',
        ['--no-act', ...commandFor(action).arguments],
        /^ (\S+) (?:pre-)?depends on /gim,
      );
  }
}

async function simulateApt(tools: LinuxTools, action: Removal, agreed: readonly string[]): Promise<Simulated> {
  const result = await ask(tools, 'apt-get', ['--simulate', ...commandFor(action).arguments]);
  if (result.kind === 'unknown') return result;
  if (result.exitCode !== 0) return unknown(result.said);
  const others = namesIn(result.said, /^(?:Remv|Purg) (\S+)/gm).filter((name) => !agreed.includes(name));
  // A dependency that goes can pull in a stand-in for it; nobody agreed to that either.
  const installed = namesIn(result.said, /^Inst (\S+)/gm).map((name) => `+${name}`);
  return others.length + installed.length === 0
    ? { kind: 'as-agreed' }
    : { kind: 'more', names: [...others, ...installed] };
}

/**
 * dpkg and rpm know what depends on a package, whatever tool removes it: ` kesl-gui depends on kesl.` and
 * `kesl is needed by (installed) kesl-gui-12.2.0-2412.x86_64`.
 */
async function testForDependents(
  tools: LinuxTools,
  program: string,
  words: readonly string[],
  dependent: RegExp,
): Promise<Simulated> {
  const result = await ask(tools, program, words);
  if (result.kind === 'unknown') return result;
  if (result.exitCode === 0) return { kind: 'as-agreed' };
  const names = namesIn(result.said, dependent);
  return names.length > 0 ? { kind: 'more', names } : unknown(result.said);
}

async function ask(tools: LinuxTools, name: string, words: readonly string[]) {
  const program = findProgram(tools, name);
  if (program === null) return unknown(`${name} is not on this computer`);
  const result = await tools.runQuery({ program, arguments: words, timeLimitMs });
  if (result.kind === 'not-started') return unknown(`${name} could not be started: ${result.code}`);
  if (result.kind === 'timed-out') return unknown(`${name} did not answer within ${timeLimitMs} ms`);
  return { kind: 'ended', exitCode: result.exitCode, said: `${result.output}\n${result.errors}` } as const;
}

const unknown = (said: string): Extract<Simulated, { kind: 'unknown' }> => ({
  kind: 'unknown',
  said,
  detail: lastWords(said) ?? 'the simulation gave no answer',
});

/** Names without the architecture that apt adds to those of another one. */
const namesIn = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name.replace(/:[a-z0-9-]+$/, ''))),
];

const timeLimitMs = 120_000;
