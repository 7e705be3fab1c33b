import { describe, expect, it } from 'vitest';
import { ok, unanswered, type Answer } from '../../../src/main/core/machine/answer';
import type { ActionOutcome } from '../../../src/main/core/machine/actions';
import type { MachineReader } from '../../../src/main/core/machine/machine';
import type { Question } from '../../../src/main/core/machine/questions';
import { machineConformance } from './machine-conformance';
import { shippedComputer } from './shipped-computers';
import { removalOf, simulatedSubject } from './simulated-subject';
import type { Subject } from './subject';

/** A suite that cannot fail proves nothing: every machine here breaks one promise, and the suite must say which. */
describe('the conformance suite', () => {
  it('finds nothing wrong with a good machine', async () => {
    expect(await problemsOf(async () => good())).toEqual([]);
  });

  it('makes no check on a machine of which nothing is known and says so', async () => {
    const found = await problemsOf(async () => ({ ...good(), available: {} }));

    expect(found).toEqual(['tells how much is known about it when it is tested']);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('boom')), 'answers every question of the table in its shape'],
    [
      'gives a wrong shape',
      async () => ({ status: 'ok', value: [{ pid: 'one' }] }),
      'answers every question of the table in its shape',
    ],
    [
      'gives a status of its own',
      async () => ({ status: 'perhaps', reason: '' }),
      'answers every question of the table in its shape',
    ],
    [
      'takes its time',
      (answer) => new Promise((done) => setTimeout(() => done(answer), 2_200)),
      'keeps a time limit, however short',
    ],
  ] as const satisfies readonly (readonly [string, Spoil, string])[])(
    'notices a machine that %s when asked for processes',
    { timeout: 60_000 },
    async (_, spoil, check) => {
      const found = await problemsOf(async () => spoilt('processes', spoil));

      expect(found).toContain(check);
    },
  );

  it('notices a machine that answers for places that are not there', async () => {
    const found = await problemsOf(async () =>
      spoilt('path', async () =>
        ok({ kind: 'file', linkTarget: null, sizeBytes: 1, modifiedAt: '2026-11-23', ownedBySystem: true }),
      ),
    );

    expect(found).toContain('calls a place that is not there absent');
  });

  it('notices a machine that says "could not look" where it should say "not there"', async () => {
    const found = await problemsOf(async () => spoilt('text', async () => unanswered('failed', 'no idea')));

    expect(found).toEqual(['calls a place that is not there absent', 'reads the text that is there']);
  });

  it('notices a machine that changes by being asked', async () => {
    let asked = 0;
    const found = await problemsOf(async () =>
      spoilt('certificates', async () => unanswered('failed', `asked ${(asked += 1)} times`)),
    );

    expect(found).toContain('changes nothing by being asked');
  });

  it('notices a machine that changes outside what it tells', async () => {
    let touched = 0;
    const found = await problemsOf(async () => ({ ...good(), fingerprint: async () => String((touched += 1)) }));

    expect(found).toEqual(['changes nothing by being asked']);
  });

  it('notices a machine that lists a package twice', async () => {
    const found = await problemsOf(async () =>
      spoilt('packages', async (answer) =>
        answer.status === 'ok' ? ok([...(answer.value as unknown[]), ...(answer.value as unknown[])]) : answer,
      ),
    );

    expect(found).toContain('lists every package once, and knows what an installed one ships');
  });

  it('notices a machine whose registry contradicts itself', async () => {
    const found = await problemsOf(async () =>
      spoilt(
        'registry-tree',
        async (answer) =>
          answer.status === 'ok' ? ok((answer.value as object[]).map((key) => ({ ...key, subkeys: [] }))) : answer,
        'home-windows-plus',
      ),
    );

    expect(found).toContain(
      'gives the key that was asked for first, and below it only what the depth allows and the key above names',
    );
  });

  it.each([
    [
      'calls done what it did not do',
      { outcome: 'done', reason: null, detail: null },
      'has accomplished what it calls done, and then has nothing left to do',
    ],
    [
      'calls done what was never there',
      { outcome: 'done', reason: null, detail: null },
      'says of what is not there that it was not there, and changes nothing',
    ],
    [
      'fails without a reason',
      { outcome: 'failed', reason: null, detail: null },
      'gives a reason whenever it failed, and none when all went well',
    ],
  ] as const satisfies readonly (readonly [string, ActionOutcome, string])[])(
    'notices an actor that %s',
    async (_, outcome, check) => {
      const found = await problemsOf(async () => {
        const subject = good();
        return {
          ...subject,
          machine: {
            ...subject.machine,
            acting: { can: true, actor: { act: async () => outcome, keeps: async () => ok([]) } },
          },
        };
      });

      expect(found).toContain(check);
    },
  );

  it('notices an actor that takes more than it was told to', async () => {
    const found = await problemsOf(async () => {
      const subject = good();
      const { acting } = subject.machine;
      if (!acting.can) throw new Error('the good machine acts');
      return {
        ...subject,
        machine: {
          ...subject.machine,
          acting: {
            can: true,
            actor: {
              keeps: (run) => acting.actor.keeps(run),
              act: (action, surroundings) =>
                acting.actor.act(
                  action.verb === 'remove-packages'
                    ? { ...action, packages: [...action.packages, 'klnagent64'] }
                    : action,
                  surroundings,
                ),
            },
          },
        },
      };
    });

    expect(found).toContain('removes what it was told to and nothing beside it');
  });
});

type Spoil = (answer: Answer<unknown>) => Promise<unknown>;

function good(name = 'linux-server'): Subject {
  const computer = shippedComputer(name);
  return simulatedSubject(
    computer,
    computer.software.find((software) => removalOf(software) !== null),
  );
}

/** The good machine, with one question answered badly. */
function spoilt(question: Question, spoil: Spoil, name?: string): Subject {
  const subject = good(name);
  const reader: MachineReader = {
    ask: async (asked, given, limitMs) => {
      const answer = await subject.machine.reader.ask(asked, given, limitMs);
      return asked === question ? ((await spoil(answer)) as typeof answer) : answer;
    },
  };
  return { ...subject, machine: { ...subject.machine, reader } };
}

async function problemsOf(make: () => Promise<Subject>): Promise<readonly string[]> {
  const results = await machineConformance(make);
  return results.filter(({ problem }) => problem !== null).map(({ name }) => name);
}
