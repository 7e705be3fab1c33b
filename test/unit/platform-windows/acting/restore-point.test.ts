import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ok, unanswered, type Answer } from '../../../../src/main/core/machine/answer';
import { RestorePoint } from '../../../../src/main/core/machine/condition-shapes';
import { makeRestorePoint } from '../../../../src/main/platform/windows/acting/make-restore-point';
import { momentIn, restorePointsIn } from '../../../../src/main/platform/windows/read-restore-points';

const now = new Date('2026-11-25T12:00:00.000Z');
const point = (number: number, madeAt: string): RestorePoint => ({ number, description: 'x', madeAt });
const old = point(3, '2026-11-20T12:00:00.000Z');

/** A Windows that lists these, one answer a question; `made` is what it says when told to make one. */
function make(lists: readonly Answer<readonly RestorePoint[]>[], made: Answer<string> = ok('')) {
  let asked = 0;
  let makings = 0;
  const outcome = makeRestorePoint({
    list: async () => lists[Math.min(asked++, lists.length - 1)] ?? unanswered('failed', 'x'),
    make: async () => {
      makings += 1;
      return made;
    },
    now: () => now,
  });
  return outcome.then((result) => ({ ...result, makings }));
}

describe('makeRestorePoint', () => {
  test('makes one and names it as it was read back', async () => {
    const fresh = point(4, '2026-11-25T11:59:59.000Z');

    expect(await make([ok([old]), ok([old, fresh])])).toEqual({
      outcome: 'done',
      reason: null,
      detail: '#4 2026-11-25T11:59:59.000Z',
      makings: 1,
    });
  });

  test('is content with one of the last 24 hours, and not with an older one', async () => {
    expect(await make([ok([point(9, '2026-11-24T12:00:01.000Z')])])).toMatchObject({
      outcome: 'done',
      reason: 'restore-point-reused',
      makings: 0,
    });
    expect(await make([ok([point(9, '2026-11-24T11:59:59.000Z')])])).toMatchObject({ makings: 1 });
  });

  test('does not believe Windows when nothing new is listed: it leaves one out without a word', async () => {
    expect(await make([ok([old]), ok([old])])).toMatchObject({ outcome: 'failed', reason: 'restore-point-unseen' });
    expect(await make([ok([old]), unanswered('failed', 'x')])).toMatchObject({ reason: 'restore-point-unseen' });
  });

  test('makes none where they cannot be listed, and says so where Windows keeps none', async () => {
    expect(await make([unanswered('failed', 'no')])).toMatchObject({ reason: 'restore-point-failed', makings: 0 });
    expect(await make([unanswered('not-applicable', 'server')])).toMatchObject({
      reason: 'restore-point-off',
      makings: 0,
    });
    expect(await make([ok([])], unanswered('failed', 'disabled'))).toMatchObject({
      reason: 'restore-point-failed',
      detail: 'disabled',
    });
  });
});

describe('restorePointsIn', () => {
  test('reads what the cmdlet gives, and passes over what is no restore point', () => {
    const said =
      '[{"SequenceNumber":5,"Description":"Windows Update","CreationTime":"20261124203000.123456-000"},' +
      '{"SequenceNumber":"6","Description":"x","CreationTime":"20261124203000.123456-000"},null,' +
      '{"SequenceNumber":7,"Description":null,"CreationTime":"20261125013000.000000+060"}]\r\n;\r\n';

    expect(restorePointsIn(said)).toEqual(
      ok([
        { number: 5, description: 'Windows Update', madeAt: '2026-11-24T20:30:00.123Z' },
        { number: 7, description: '', madeAt: '2026-11-25T00:30:00.000Z' },
      ]),
    );
  });

  test('tells an empty list from no answer at all', () => {
    expect(restorePointsIn('[]\r\n;\r\n')).toEqual(ok([]));
    for (const nothing of ['', ';', '[', '{}\n;', '[1\n;']) expect(restorePointsIn(nothing).status).toBe('failed');
  });

  test('gives restore points or a failure for whatever is printed', () => {
    const printed = fc.oneof(
      fc.string(),
      fc.json().map((text) => `${text}\r\n;`),
      fc
        .array(
          fc.dictionary(
            fc.constantFrom('SequenceNumber', 'Description', 'CreationTime'),
            fc.oneof(fc.integer(), fc.string(), fc.constant('20261124203000.123456-000'), fc.constant(null)),
          ),
        )
        .map((list) => `${JSON.stringify(list)}\r\n;\r\n`),
    );

    fc.assert(
      fc.property(printed, (said) => {
        const answer = restorePointsIn(said);
        const isWhole = answer.status === 'ok' && z.array(RestorePoint).safeParse(answer.value).success;

        expect(isWhole || answer.status === 'failed').toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('knows WMI’s dates only in their own form', () => {
    expect(momentIn('20261125')).toBeNull();
    expect(momentIn('00000000000000.000000-000')).toBeNull();
  });
});
