import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyArguments, resumeArguments } from '../../../src/main/app/journey/apply-arguments';
import { buildProgram } from '../../../src/main/cli/build-program';
import { noChoices } from '../../../src/main/core/planning/plan';

const digest = 'a'.repeat(64);
const choices = {
  keep: ['settings' as const],
  skip: ['prepare:licence-note'],
  settled: ['managed:kesl', 'encryption'],
  replaceWith: 'clamav',
};

describe('the words for the elevated side', () => {
  test('are the digest, the chosen ids and how to answer', () => {
    expect(applyArguments(digest, choices, 'es')).toEqual({
      ok: true,
      words: [
        'apply',
        `--agreed=${digest}`,
        '--keep=settings',
        '--skip=prepare:licence-note',
        '--settled=managed:kesl',
        '--settled=encryption',
        '--replace-with=clamav',
        '--lang',
        'es',
        '--json',
      ],
    });
  });

  test('are understood by our own command line', () => {
    const apply = commandNamed('apply');
    const words = wordsOf(applyArguments(digest, choices, 'es'));

    apply.parseOptions(words.slice(1));

    expect(apply.opts()).toMatchObject({ agreed: digest, ...choices, lang: 'es', json: true });
  });

  test('never become another option, whatever ids a page sends', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom('--data=/tmp/evil', '--machine', '-x', '--yes', 'a b', 'a\nb', '', 'plan.json', '../x'),
    );

    fc.assert(
      fc.property(odd, odd, odd, (skip, settled, replaceWith) => {
        const made = applyArguments(digest, { ...noChoices, skip: [skip], settled: [settled], replaceWith }, 'en');
        if (!made.ok) return true;
        const apply = commandNamed('apply');
        const { operands, unknown } = apply.parseOptions(made.words.slice(1));
        const { data, machine, yes, resume } = apply.opts<Record<string, unknown>>();

        return (
          operands.length === 0 &&
          unknown.length === 0 &&
          [data, machine, yes, resume].every((value) => value === undefined)
        );
      }),
    );
  });

  test.each(['', 'A'.repeat(64), 'a'.repeat(63), '--yes'])('are refused for what is no digest: %j', (wrong) => {
    expect(applyArguments(wrong, noChoices, 'en')).toEqual({ ok: false, reason: 'odd-words' });
  });

  test('name a run to go on with, and nothing else', () => {
    expect(resumeArguments('20261123-120000-ab12cd', 'en')).toEqual({
      ok: true,
      words: ['apply', '--resume=20261123-120000-ab12cd', '--lang', 'en', '--json'],
    });
    expect(['../x', '--yes', '', 'a b'].map((run) => resumeArguments(run, 'en').ok)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

function commandNamed(name: string) {
  const program = buildProgram(
    {
      out: () => {},
      err: () => {},
      isTerminal: false,
      columns: 80,
      ask: null,
      askSecret: null,
      restart: () => Promise.reject(new Error('nothing restarts here')),
      afterwards: () => {},
    },
    () => {},
  );
  const found = program.commands.find((command) => command.name() === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
}

const wordsOf = (made: ReturnType<typeof applyArguments>): string[] => (made.ok ? [...made.words] : []);
