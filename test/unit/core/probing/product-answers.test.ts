import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok, unanswered, type Answer } from '../../../../src/main/core/machine/answer';
import { productCommands, type ProductCommand } from '../../../../src/main/core/machine/product-commands';
import type { CommandAnswer } from '../../../../src/main/core/machine/shapes';
import type { Signature } from '../../../../src/main/core/knowledge/signature';
import type { Ask } from '../../../../src/main/core/probing/probe';
import { productAnswersProbe } from '../../../../src/main/core/probing/product-answers';
import { readKav4fsAnswer } from '../../../../src/main/core/probing/read-kav4fs-answer';

const signature = (id: string, commands: Signature['commands']): Signature => ({
  id,
  name: id,
  family: 'business',
  platforms: ['linux'],
  commands,
  protects: true,
  marks: [],
});

async function findingsOf(
  commands: NonNullable<Signature['commands']>,
  says: Partial<Record<ProductCommand, Answer<CommandAnswer>>>,
) {
  const asked: ProductCommand[] = [];
  const ask = (async (_question: string, { command }: { command: ProductCommand }) => {
    asked.push(command);
    return says[command] ?? unanswered('absent', 'not there');
  }) as unknown as Ask;
  const answer = await productAnswersProbe.run(ask, [signature('product', commands)]);
  return { asked, answer };
}

describe('what a product says', () => {
  it('is asked of the 32-bit agent only where the other one is not there', async () => {
    const server = ok({ exitCode: 0, text: "Server address: 'ksc.example.org'" });

    const old = await findingsOf({ agent: 'klnagchk-64' }, { 'klnagchk-32': server });
    const current = await findingsOf({ agent: 'klnagchk-64' }, { 'klnagchk-64': server });

    expect(old.asked).toEqual(['klnagchk-64', 'klnagchk-32']);
    expect(old.answer).toMatchObject({ value: [{ where: 'klnagchk-32', facts: { managedBy: 'ksc.example.org' } }] });
    expect(current.asked).toEqual(['klnagchk-64']);
  });

  it.each([
    [68, { managedByCode: true, edition: null }],
    [78, { managedByCode: false, edition: 'Light Agent' }],
    [64, { managedByCode: false, edition: null }],
  ])('with return code %i tells %o', async (exitCode, facts) => {
    const { answer } = await findingsOf({ licence: 'kesl-licence' }, { 'kesl-licence': ok({ exitCode, text: '' }) });

    expect(answer).toMatchObject({ value: [{ facts: { exitCode, ...facts, keyState: null, expiresOn: null } }] });
  });

  it('is late as a whole only when nothing else was said', async () => {
    const late = unanswered('timed-out', 'no answer');
    const info = ok({ exitCode: 0, text: 'Name: Kaspersky (stand-in)' });
    const commands = { appInfo: 'kesl-app-info', licence: 'kesl-licence' } as const;

    expect((await findingsOf(commands, { 'kesl-app-info': late, 'kesl-licence': late })).answer.status).toBe(
      'timed-out',
    );
    expect((await findingsOf(commands, { 'kesl-app-info': info, 'kesl-licence': late })).answer.status).toBe('ok');
  });
});

describe('the commands that may be asked on Linux', () => {
  it('only read: none of them adds, removes, installs, sets, starts or stops', () => {
    const commands = Object.values(productCommands);
    const words = commands.flatMap((command): readonly string[] => ('files' in command ? command.arguments : []));

    expect(words.filter((word) => /add|remove|install-|set-|start|stop|\/del/i.test(word))).toEqual([]);
    expect(new Set(words)).toEqual(
      new Set(['--app-info', '-L', '--query', '-S', '--query-status', '-l', '--get-installed-keys']),
    );
  });
});

describe('an answer of the old file server product', () => {
  const status =
    'License status:\n\tAggregate expiration date:           2019-07-31\n\tDays remaining until expiration:     12\n\tFunctionality:                       Full functionality\n\tLicense status:                      Valid\n\tActive license number:               ****-******-*****abc\n';

  it('is read past the heading that is called like one of its labels', () => {
    expect(readKav4fsAnswer(status)).toEqual({
      name: null,
      version: null,
      expiresOn: '2019-07-31',
      daysLeft: 12,
      keyState: 'valid',
    });
  });

  it('is read in the form of the other command', () => {
    const text =
      'Name:                Kaspersky Anti-Virus (stand-in)\nVersion: 8.0.4.312\nLicense state: Expired\nLicense expire date: 2019-07-31\n';

    expect(readKav4fsAnswer(text)).toMatchObject({
      version: '8.0.4.312',
      expiresOn: '2019-07-31',
      keyState: 'expired',
    });
  });

  it('that is cut, changed or something else gives what was said or nothing', () => {
    const lines = status.trimEnd().split('\n');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines),
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 4 }),
        fc.nat(400),
        (kept, noise, length) => {
          const read = readKav4fsAnswer([...noise, ...kept].join('\n').slice(0, length));
          return (
            [null, '2019-07-31'].includes(read.expiresOn) &&
            [null, 1, 12].includes(read.daysLeft) &&
            [null, 'valid'].includes(read.keyState)
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
