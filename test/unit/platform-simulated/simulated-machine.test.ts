import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, ActionOutcome } from '../../../src/main/core/machine/actions';
import { ok } from '../../../src/main/core/machine/answer';
import { SimulatedComputer, type Answers, type SimulatedSoftware } from '../../../src/main/core/machine/machine-file';
import type { SimulatedEvent } from '../../../src/main/platform/simulated/simulated-event';
import { simulatedMachine, type SimulatedMachine } from '../../../src/main/platform/simulated/simulated-machine';

describe('a simulated machine', () => {
  it('holds its base and its software as one computer', async () => {
    const machine = simulatedMachine(computer([software('kesl')]));

    expect(await packagesOn(machine)).toEqual(['bash installed', 'kesl installed']);
  });

  it('takes a removed package away and shows what it leaves', async () => {
    const machine = simulatedMachine(computer([software('kesl', { leaves: leftFolder })]));

    const outcome = await act(machine, remove(['kesl']));

    expect(outcome).toEqual({ outcome: 'done', reason: null, detail: null });
    expect(await packagesOn(machine)).toEqual(['bash installed']);
    expect((await machine.reader.ask('path', { path: '/left' }, 1_000)).status).toBe('ok');
  });

  it('keeps the settings of a package that is removed without them, until they are removed too', async () => {
    const machine = simulatedMachine(computer([software('kesl')]));

    await act(machine, remove(['kesl'], false));
    const kept = await packagesOn(machine);
    const again = await act(machine, remove(['kesl'], false));
    const purged = await act(machine, remove(['kesl']));

    expect(kept).toEqual(['bash installed', 'kesl settings-kept']);
    expect([again.outcome, purged.outcome]).toEqual(['was-not-there', 'done']);
    expect(await packagesOn(machine)).toEqual(['bash installed']);
  });

  it('fails as often as it is told to, and then works', async () => {
    const machine = simulatedMachine(
      computer([software('kesl', { fails: { reason: 'vendor-script-failed', tries: 2 } })]),
    );

    const outcomes = [
      await act(machine, remove(['kesl'])),
      await act(machine, remove(['kesl'])),
      await act(machine, remove(['kesl'])),
    ];

    expect(outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['failed', 'vendor-script-failed'],
      ['failed', 'vendor-script-failed'],
      ['done', null],
    ]);
  });

  it('never works when it is told to fail without end', async () => {
    const machine = simulatedMachine(computer([software('kesl', { fails: { reason: 'tool-failed', tries: 0 } })]));

    for (let tries = 0; tries < 10; tries++) expect((await act(machine, remove(['kesl']))).outcome).toBe('failed');

    expect(await packagesOn(machine)).toContain('kesl installed');
  });

  it('removes nothing of a command of which one part fails', async () => {
    const machine = simulatedMachine(
      computer([software('gui'), software('kesl', { fails: { reason: 'tool-failed', tries: 1 } })]),
    );

    await act(machine, remove(['gui', 'kesl']));
    const after = await packagesOn(machine);
    await act(machine, remove(['gui', 'kesl']));

    expect(after).toEqual(['bash installed', 'gui installed', 'kesl installed']);
    expect(await packagesOn(machine)).toEqual(['bash installed']);
  });

  it('keeps what waits for a restart until there is one', async () => {
    const machine = simulatedMachine(computer([software('kesl', { needsRestart: true, leaves: leftFolder })]));

    const outcome = await act(machine, remove(['kesl']));
    const before = [await packagesOn(machine), (await machine.reader.ask('path', { path: '/left' }, 1_000)).status];
    machine.restart();

    expect(outcome.outcome).toBe('done-after-restart');
    expect(before).toEqual([['bash installed', 'kesl installed'], 'absent']);
    expect(await packagesOn(machine)).toEqual(['bash installed']);
    expect((await machine.reader.ask('path', { path: '/left' }, 1_000)).status).toBe('ok');
  });

  it('has another boot id after each restart, the same in every process', () => {
    const machine = simulatedMachine(computer([]));
    const first = machine.bootId;
    machine.restart();
    const other = simulatedMachine(computer([]));
    other.replay(machine.snapshot());

    expect(machine.bootId).not.toBe(first);
    expect(other.bootId).toBe(machine.bootId);
    expect(simulatedMachine(computer([]), { restarts: 1 }).bootId).toBe(machine.bootId);
  });

  it('says of a program that was never there that it was not there', async () => {
    expect((await act(simulatedMachine(computer([])), remove(['kesl']))).outcome).toBe('was-not-there');
  });

  it('does not say so of something that nothing removes', async () => {
    const machine = simulatedMachine(computer([software('kesl', { removedBy: null })]));

    expect(await act(machine, remove(['kesl']))).toMatchObject({ outcome: 'failed', reason: 'tool-failed' });
  });

  it('does not act on a product code because of a package of that name', async () => {
    const machine = simulatedMachine(computer([software('kesl')]));

    await act(machine, { verb: 'uninstall-msi', productCode: '{0FF0A3B0-0000-4000-8000-000000000001}', mode: 'quiet' });

    expect(await packagesOn(machine)).toContain('kesl installed');
  });

  it('is in the same state in another process after the same events, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 12 }), fc.nat(12), async (events, cut) => {
        const machine = simulatedMachine(rich);
        for (const event of events) await happenTo(machine, event);

        const first = simulatedMachine(rich);
        for (const event of events.slice(0, cut)) await happenTo(first, event);
        const second = simulatedMachine(rich);
        second.replay(JSON.parse(JSON.stringify(first.snapshot())) as readonly SimulatedEvent[]);
        for (const event of events.slice(cut)) await happenTo(second, event);

        expect(await everythingOn(second)).toEqual(await everythingOn(machine));
        expect(second.snapshot()).toEqual(machine.snapshot());
      }),
      { numRuns: 200 },
    );
  });

  it('starts over when it replays, however much happened before', async () => {
    const machine = simulatedMachine(rich);
    const before = await everythingOn(machine);
    await act(machine, remove(['kesl']));

    machine.replay([]);

    expect(await everythingOn(machine)).toEqual(before);
  });
});

const leftFolder: Answers = {
  'path path=/left': ok({
    kind: 'folder',
    linkTarget: null,
    sizeBytes: 0,
    modifiedAt: '2026-11-23T00:00:00Z',
    ownedBySystem: true,
  }),
};

const packageAnswer = (name: string): Answers => ({
  packages: ok([{ manager: 'dpkg', name, version: '1', architecture: 'amd64', state: 'installed' }]),
});

const software = (name: string, more: Partial<SimulatedSoftware> = {}): SimulatedSoftware => ({
  name,
  answers: packageAnswer(name),
  removedBy: { verb: 'remove-packages', target: name },
  ...more,
});

const computer = (installed: SimulatedSoftware[]): SimulatedComputer =>
  SimulatedComputer.parse({
    name: 'made-for-a-test',
    title: { en: '', es: '' },
    story: { en: '', es: '' },
    answers: {
      description: ok({ id: 'sim-test', platform: 'linux', os: 'Test', build: '1', arch: 'x64', role: 'workstation' }),
      ...packageAnswer('bash'),
    },
    software: installed,
  });

const rich = computer([
  software('gui', { fails: { reason: 'tool-failed', tries: 1 } }),
  software('kesl', { needsRestart: true, leaves: leftFolder }),
  software('agent'),
]);

const remove = (packages: string[], purge = true): Action => ({
  verb: 'remove-packages',
  tool: 'apt',
  packages,
  purge,
});

const anyEvent: fc.Arbitrary<SimulatedEvent> = fc.oneof(
  fc.constant<SimulatedEvent>({ event: 'restart' }),
  fc
    .record({
      packages: fc.subarray(['gui', 'kesl', 'agent', 'bash', 'nothing'], { minLength: 1 }),
      purge: fc.boolean(),
    })
    .map(({ packages, purge }): SimulatedEvent => ({ event: 'action', action: remove(packages, purge) })),
);

const act = (machine: SimulatedMachine, action: Action): Promise<ActionOutcome> => {
  if (!machine.acting.can) throw new Error('a simulated machine acts');
  return machine.acting.actor.act(action, {
    report: () => undefined,
    logFile: null,
    run: 'run-1',
    step: 'a-step',
    askPassword: async () => null,
  });
};

async function happenTo(machine: SimulatedMachine, event: SimulatedEvent): Promise<void> {
  if (event.event === 'restart') machine.restart();
  else await act(machine, event.action);
}

async function packagesOn({ reader }: SimulatedMachine): Promise<readonly string[]> {
  const packages = await reader.ask('packages', {}, 1_000);
  return packages.status === 'ok' ? packages.value.map(({ name, state }) => `${name} ${state}`) : [packages.status];
}

const everythingOn = async (machine: SimulatedMachine) => [
  await packagesOn(machine),
  await machine.reader.ask('path', { path: '/left' }, 1_000),
];
