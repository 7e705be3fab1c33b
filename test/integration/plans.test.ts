import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles } from './bad-files';
import { expectRefused } from './expect-refused';
import { makeRoom, on, valueIn, type Room } from './room';

interface PlanText {
  digest: string;
  machineDigest: string;
  steps: { id: string; title: string; shows: string; action: { packages: string[] } | null; [more: string]: unknown }[];
  choices: { skip: string[] };
  [more: string]: unknown;
}

let room: Room;
let good: string;
let files: readonly string[];

beforeAll(async () => {
  room = makeRoom();
  good = (await room.offramp('plan', '--json', ...on('linux-stubborn'))).out;
  files = room.filesIn('state');
});
afterAll(() => room.leave());

const apply = (file: string, ...more: readonly string[]) =>
  room.offramp('apply', file, '--yes', ...more, ...on('linux-stubborn'));
const nothingBegan = (): void => expect(room.filesIn('state')).toEqual(files);

describe('a plan', () => {
  it('has the same digest at another time and in another language', async () => {
    const [later, spanish] = await Promise.all([
      room.offramp('plan', '--json', '--now', '2031-01-01T00:00:00Z', ...on('linux-stubborn')),
      room.offramp('plan', '--json', '--lang', 'es', ...on('linux-stubborn')),
    ]);

    const { digest } = JSON.parse(good) as PlanText;
    expect([valueIn(later)['digest'], valueIn(spanish)['digest']]).toEqual([digest, digest]);
    expect(valueIn(spanish)['language']).toBe('es');
    expect(spanish.out).not.toBe(good);
  });

  it('has another digest when the person chose otherwise', async () => {
    const kept = await room.offramp('plan', '--json', '--keep', 'settings', ...on('linux-stubborn'));

    expect(valueIn(kept)['digest']).not.toBe((JSON.parse(good) as PlanText).digest);
  });

  it('can be rehearsed with --dry-run, which names what would run and changes nothing', async () => {
    const ended = await room.offramp(
      'apply',
      room.write('good.json', good),
      '--dry-run',
      '--json',
      ...on('linux-stubborn'),
    );

    expect(ended.code).toBe(0);
    expect(valueIn(ended)).toMatchObject({ run: null, outcome: 'dry-run' });
    expect(ended.out).toContain('purge --yes kesl');
    nothingBegan();
  });

  it.each(badFiles)('that is %s is refused, and nothing begins', async (_, make) => {
    expectRefused(await apply(make(room, good)));
    nothingBegan();
  });

  it('with a wrong type deep inside is refused with the path of the fault', async () => {
    expectRefused(
      await apply(edited((plan) => Object.assign(plan.steps[1] ?? {}, { minutes: 'soon' }))),
      /steps\[1\]\.minutes/,
    );
  });

  it('for another computer is refused', async () => {
    expectRefused(await room.offramp('apply', room.write('good.json', good), '--yes', ...on('linux-server')));
  });
});

describe('a plan that was edited', () => {
  const edits: readonly (readonly [string, (plan: PlanText) => void])[] = [
    ['in its digest', (plan) => (plan.digest = 'f'.repeat(64))],
    ['in the digest of the computer', (plan) => (plan.machineDigest = 'f'.repeat(64))],
    ['in a title', (plan) => plan.steps.forEach((step) => (step.title = 'Remove nothing'))],
    [
      'in what it shows',
      (plan) => plan.steps.forEach((step) => (step.shows = step.shows === '' ? '' : 'echo nothing')),
    ],
    ['in an action', (plan) => plan.steps.forEach((step) => step.action?.packages.push('openssh-server'))],
    ['in its choices', (plan) => (plan.choices.skip = ['check-gone'])],
    ['by dropping a step', (plan) => (plan.steps = plan.steps.filter(({ id }) => id !== 'check-gone'))],
    ['by a field too many', (plan) => (plan['script'] = 'rm -rf /')],
    [
      'by a verb we do not have',
      (plan) =>
        plan.steps.forEach((step) => (step.action === null ? null : Object.assign(step.action, { verb: 'run' }))),
    ],
  ];

  it.each(edits)('%s is refused, and nothing begins', async (_, edit) => {
    expectRefused(await apply(edited(edit)));
    nothingBegan();
  });

  it('is refused by --dry-run as it is by the real run', async () => {
    const refused = await Promise.all(
      edits
        .slice(2, 4)
        .map(async ([, edit], at) =>
          room.offramp('apply', edited(edit, `edited-${at}.json`), '--dry-run', ...on('linux-stubborn')),
        ),
    );

    expect(refused.map(({ code, out }) => ({ code, out }))).toEqual([
      { code: 9, out: '' },
      { code: 9, out: '' },
    ]);
  });

  it('leaves the file as it was', async () => {
    const file = edited((plan) => (plan.digest = '0'));
    const before = readFileSync(file, 'utf8');

    await apply(file);

    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

function edited(edit: (plan: PlanText) => void, name = 'edited.json'): string {
  const plan = JSON.parse(good) as PlanText;
  edit(plan);
  const text = JSON.stringify(plan);
  expect(JSON.parse(text)).not.toEqual(JSON.parse(good));
  return room.write(name, text);
}
