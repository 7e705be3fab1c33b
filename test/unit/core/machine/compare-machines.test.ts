import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMachines } from '../../../../src/main/core/machine/compare-machines';
import { MachineFile, type Answers } from '../../../../src/main/core/machine/machine-file';
import { questionNames } from '../../../../src/main/core/machine/questions';

const folder = new URL('../../../fixtures/machines/', import.meta.url);
const recorded: readonly (readonly [string, Answers])[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, MachineFile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).answers]);

const ok = (value: unknown) => ({ status: 'ok' as const, value });
const no = (status: 'absent' | 'denied' | 'not-applicable', reason = 'x') => ({ status, reason });
const service = (name: string, state = 'running') => ({
  name,
  kind: 'service',
  displayName: name,
  state,
  startsBySelf: true,
  executable: `C:\\Programs\\${name}.exe`,
  executableExists: true,
  definedIn: null,
});
const uninstallKey =
  'registry-tree depth=1 path=SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall root=HKLM view=32';
const text = (data: string) => ({ type: 'REG_SZ', data });

describe('comparing two recorded computers', () => {
  it.each(recorded)('%s does not differ from itself', (_name, answers) => {
    expect(compareMachines(answers, answers)).toEqual({ sameMachine: true, questions: [] });
  });

  it('tells what appeared, what went and what changed, by identity and not by place in the list', () => {
    const before = { services: ok([service('AVP21.3'), service('Spooler'), service('Printing', 'stopped')]) };
    const after = { services: ok([service('Printing'), service('Backup'), service('Spooler')]) };

    expect(compareMachines(before, after).questions).toEqual([
      {
        question: 'services',
        appeared: [{ what: 'service · Backup', value: expect.stringContaining('Backup.exe') as unknown }],
        went: [{ what: 'service · AVP21.3', value: expect.stringContaining('AVP21.3.exe') as unknown }],
        changed: [{ what: 'service · Printing', from: 'state: stopped', to: 'state: running' }],
        statusFrom: 'ok',
        statusTo: 'ok',
      },
    ]);
  });

  it('names installed apps as people know them, and registry values by path and name in any case', () => {
    const app = (version: string) => ({
      path: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{A}',
      subkeys: [],
      values: { DisplayName: text('Кирилл 漢字'), DisplayVersion: text(version) },
    });
    const vendor = 'registry-tree depth=0 path=SOFTWARE\\Vendor root=HKLM view=64';
    const key = (path: string, name: string, data: string) =>
      ok([{ path, subkeys: [], values: { [name]: text(data) } }]);

    const { questions } = compareMachines(
      { [uninstallKey]: ok([app('1')]), [vendor]: key('SOFTWARE\\Vendor', 'Mode', 'a') },
      { [uninstallKey]: ok([app('2')]), [vendor]: key('Software\\vendor', 'mode', 'b') },
    );

    expect(questions.map(({ question, changed }) => [question, changed])).toEqual([
      [
        'uninstall-entries',
        [
          {
            what: 'Кирилл 漢字 (HKLM32\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{A})',
            from: 'DisplayVersion: 1',
            to: 'DisplayVersion: 2',
          },
        ],
      ],
      ['registry-tree', [{ what: 'HKLM\\Software\\vendor › mode', from: 'a', to: 'b' }]],
    ]);
  });

  it('never takes "could not look" for "is gone"', () => {
    const before = { services: ok([service('AVP21.3')]), 'path path=/opt/kaspersky': ok(pathFacts) };
    const after = { services: no('denied'), 'path path=/opt/kaspersky': no('denied') };

    expect(compareMachines(before, after).questions).toEqual([
      { question: 'services', appeared: [], went: [], changed: [], statusFrom: 'ok', statusTo: 'denied' },
      {
        question: 'path',
        appeared: [],
        went: [],
        changed: [{ what: '/opt/kaspersky', from: 'ok', to: 'denied' }],
        statusFrom: 'ok',
        statusTo: 'denied',
      },
    ]);
  });

  it('says that a question was not recorded, and takes a place that was not recorded for absent', () => {
    const { questions } = compareMachines({ certificates: ok([]), 'path path=/opt/kaspersky': ok(pathFacts) }, {});

    expect(questions).toMatchObject([
      { question: 'path', went: [{ what: '/opt/kaspersky' }], statusTo: 'not-recorded' },
      { question: 'certificates', went: [], changed: [], statusFrom: 'ok', statusTo: 'not-recorded' },
    ]);
  });

  it('counts running programs and forgets their numbers', () => {
    const process = (pid: number, name: string) => ({ pid, name, executable: null });

    const { questions } = compareMachines(
      { processes: ok([process(1, 'a'), process(2, 'a'), process(3, 'b')]) },
      { processes: ok([process(7, 'b'), process(9, 'a')]) },
    );

    expect(questions.map(({ changed }) => changed)).toEqual([[{ what: 'a', from: 'running: 2', to: 'running: 1' }]]);
  });

  it('shows the lines of a text that differ, not those after them', () => {
    const place = 'text path=/etc/hosts';

    const { questions } = compareMachines({ [place]: ok('one\ntwo\nthree\n') }, { [place]: ok('zero\none\nthree\n') });

    expect(questions).toMatchObject([
      { appeared: [{ what: '/etc/hosts', value: 'zero' }], went: [{ what: '/etc/hosts', value: 'two' }], changed: [] },
    ]);
  });

  it('matches what two things share and pairs the rest', () => {
    const guard = (state: string) => ({ name: 'Guard', state, definitions: 'current', ghost: false, seenBy: 'x' });

    const { questions } = compareMachines(
      { protection: ok([guard('on'), guard('off')]) },
      { protection: ok([guard('off'), guard('snoozed')]) },
    );

    expect(questions).toMatchObject([
      { appeared: [], went: [], changed: [{ what: 'Guard', from: 'state: on', to: 'state: snoozed' }] },
    ]);
  });

  it('is not fooled by names that objects have by themselves', () => {
    const key = (data: string) =>
      JSON.parse(
        `{"path":"A","subkeys":[],"values":{"__proto__":{"type":"REG_SZ","data":"${data}"},"toString":{"type":"REG_SZ","data":"same"}}}`,
      ) as unknown;
    const place = 'registry-tree depth=0 path=A root=HKLM view=64';

    const { questions } = compareMachines({ [place]: ok([key('1')]) }, { [place]: ok([key('2')]) });

    expect(questions.flatMap(({ changed }) => changed)).toEqual([{ what: 'HKLM\\A › __proto__', from: '1', to: '2' }]);
  });

  it.each(recorded)(
    '%s against the next: backwards is the same with sides exchanged, in any order of lists',
    (name, a) => {
      const b = recorded[(recorded.findIndex(([other]) => other === name) + 1) % recorded.length]?.[1] ?? {};
      const there = compareMachines(a, b);

      const back = compareMachines(reversed(b), reversed(a));

      expect(there.questions.length).toBeGreaterThan(0);
      expect(back.questions.map(({ question, appeared, went }) => [question, went, appeared])).toEqual(
        there.questions.map(({ question, appeared, went }) => [question, appeared, went]),
      );
      expect(back.questions.map(({ changed }) => changed.length)).toEqual(
        there.questions.map(({ changed }) => changed.length),
      );
      expect(there.questions.every(({ question }) => [...questionNames, 'uninstall-entries'].includes(question))).toBe(
        true,
      );
    },
  );

  it('loses nothing: what is in one list only is told once', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 });

    fc.assert(
      fc.property(names, names, (a, b) => {
        const [question] = compareMachines(
          { services: ok(a.map((name) => service(name))) },
          { services: ok(b.map((name) => service(name))) },
        ).questions;
        const only = (one: readonly string[], other: readonly string[]) =>
          one.filter((name) => !other.includes(name)).map((name) => `service · ${name}`);

        expect(new Set(question?.appeared.map(({ what }) => what) ?? [])).toEqual(new Set(only(b, a)));
        expect(new Set(question?.went.map(({ what }) => what) ?? [])).toEqual(new Set(only(a, b)));
      }),
    );
  });
});

const pathFacts = { kind: 'folder', linkTarget: null, sizeBytes: 1, modifiedAt: 'x', ownedBySystem: true };

/** The same answers with every list the other way round. */
const reversed = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .reverse()
      .map(([key, answer]) => [
        key,
        answer.status === 'ok' && Array.isArray(answer.value)
          ? { ...answer, value: [...(answer.value as unknown[])].reverse() }
          : answer,
      ]),
  );
