import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestInputBytes } from '../../../src/main/core/machine/machine-file';
import { parseMachineFile } from '../../../src/main/platform/simulated/parse-machine-file';

const good = {
  format: 'offramp-machine',
  schemaVersion: 1,
  recordedAt: '2026-11-23T12:00:00Z',
  recordedBy: 'offramp 0.1.0',
  title: 'A test',
  answers: {
    processes: { status: 'ok', value: [{ pid: 1, name: 'init', executable: null }] },
    packages: { status: 'denied', reason: 'no rights' },
  },
};
const parse = (value: unknown) => parseMachineFile(JSON.stringify(value));

describe('parseMachineFile', () => {
  it('reads a good file', () => {
    expect(parse(good)).toEqual({ ok: true, file: good });
  });

  it.each([
    ['no JSON', 'not json', '$', 'is not JSON'],
    ['a file cut short', JSON.stringify(good).slice(0, -20), '$', 'is not JSON'],
    ['nothing', '', '$', 'is not JSON'],
    ['a list', '[]', '$', 'is not a machine file'],
    ['null', 'null', '$', 'is not a machine file'],
    [
      'another kind of file',
      '{"format":"offramp-plan","schemaVersion":1}',
      'format',
      'is not "offramp-machine": this is no machine file',
    ],
    ['a newer file', JSON.stringify({ ...good, schemaVersion: 2 }), 'schemaVersion', 'is 2; this program reads 1'],
    [
      'a file without a version',
      JSON.stringify({ ...good, schemaVersion: undefined }),
      'schemaVersion',
      'is missing or no number; this program reads 1',
    ],
  ])('refuses %s', (_, text, at, problem) => {
    expect(parseMachineFile(text)).toEqual({ ok: false, at, problem });
  });

  it.each([
    ['a date that is none', { ...good, recordedAt: 'yesterday' }, 'recordedAt'],
    ['a field that is not known', { ...good, command: 'rm -rf /' }, '$'],
    ['a missing title', { ...good, title: undefined }, 'title'],
    ['an answer without a status', { ...good, answers: { services: [] } }, 'answers.services'],
    [
      'a question that nobody asks',
      { ...good, answers: { 'run-program name=x': { status: 'ok', value: 1 } } },
      'answers["run-program name=x"]',
    ],
    [
      'a value of the wrong shape',
      { ...good, answers: { processes: { status: 'ok', value: [{ pid: 'one', name: 'x', executable: null }] } } },
      'answers."processes".value.0.pid',
    ],
  ])('refuses %s and says where it stands', (_, value, at) => {
    expect(parse(value)).toMatchObject({ ok: false, at });
  });

  it('refuses a file over 64 MiB and says how long it is', () => {
    const text = `"${'x'.repeat(largestInputBytes)}"`;

    expect(parseMachineFile(text)).toEqual({
      ok: false,
      at: '$',
      problem: `is ${largestInputBytes + 2} bytes long; at most ${largestInputBytes} are read`,
    });
  });

  it('counts bytes and not characters', () => {
    expect(parseMachineFile('€'.repeat(largestInputBytes / 2))).toMatchObject({
      problem: expect.stringContaining('bytes long'),
    });
  });

  it('refuses nesting as deep as it comes without falling over', () => {
    expect(parseMachineFile(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).ok).toBe(false);
    expect(
      parse({
        ...good,
        answers: { protection: { status: 'ok', value: JSON.parse('['.repeat(900) + ']'.repeat(900)) as unknown } },
      }).ok,
    ).toBe(false);
  });

  it('says everything that is wrong in one line', () => {
    const refused = parse({ ...good, answers: { 'two\nlines': { status: 'ok', value: 1 } } });

    expect(refused).toMatchObject({ ok: false, problem: expect.not.stringContaining('\n') });
  });

  it('never throws, whatever is in the file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((text) => `{"format":"offramp-machine","schemaVersion":1,"answers":${text}}`),
        ),
        (text) => {
          expect(typeof parseMachineFile(text).ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds every single damage to a good value', () => {
    fc.assert(
      fc.property(fc.constantFrom('pid', 'name', 'executable'), fc.jsonValue(), (field, value) => {
        const entry = { pid: 1, name: 'init', executable: null, [field]: value };
        const fits =
          field === 'pid'
            ? Number.isSafeInteger(value)
            : typeof value === 'string' || (field === 'executable' && value === null);

        expect(parse({ ...good, answers: { processes: { status: 'ok', value: [entry] } } }).ok).toBe(fits);
      }),
    );
  });
});
