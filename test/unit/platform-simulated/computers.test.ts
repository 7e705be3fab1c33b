import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/main/core/machine/answer';
import { noChoices } from '../../../src/main/core/planning/plan';
import type { Scan } from '../../../src/main/core/matching/scan';
import { openSession } from '../../../src/main/core/session/open-session';
import { recordingReader } from '../../../src/main/platform/simulated/recording-reader';
import { simulatedMachine } from '../../../src/main/platform/simulated/simulated-machine';
import { memoryJournals, toolsFor } from '../../support/simulated-session';
import { shippedComputer, shippedComputers } from '../../contract/machine/shipped-computers';

const all = shippedComputers().map((computer) => [computer.name, computer] as const);

describe('the simulated computers', () => {
  it.each(all)('%s answers everything that a scan asks', async (_, computer) => {
    const machine = simulatedMachine(computer);
    const unsaid: string[] = [];
    const reader = recordingReader(machine.reader, (key, answer: Answer<unknown>) => {
      if (answer.status !== 'ok' && answer.status !== 'absent') unsaid.push(`${key}: ${answer.status}`);
    });

    const scan = await openSession(toolsFor({ ...machine, reader })).scan();

    expect(unsaid.filter((line) => !line.startsWith('package-tools: not-applicable'))).toEqual([]);
    expect(scan.probes.filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  it.each(all)('%s is called after itself and told in both languages, without alarm', (_, computer) => {
    const { name, title, story, answers } = computer;
    const words = [title.en, title.es, story.en, story.es];

    expect(answers['description']).toMatchObject({ value: { id: `sim-${name}` } });
    expect(words.every((text) => text.length > 10 && !/[!¡]/.test(text))).toBe(true);
    expect([title.en, story.en]).not.toEqual([title.es, story.es]);
  });

  it('are what their stories say', async () => {
    const seen = await Promise.all(
      all.map(async ([name, computer]) => [
        name,
        briefly(await openSession(toolsFor(simulatedMachine(computer))).scan()),
      ]),
    );

    expect(Object.fromEntries(seen)).toEqual({
      'after-ultraav': { verdict: 'clear', sure: [], blockers: [], protection: 'protected' },
      'clean-linux': { verdict: 'clear', sure: [], blockers: [], protection: 'unprotected' },
      'clean-windows': { verdict: 'clear', sure: [], blockers: [], protection: 'protected' },
      'home-windows-plus': {
        verdict: 'present',
        sure: ['kaspersky-home 21.15.8.493 installed', 'kaspersky-vpn 21.9.6.465 installed'],
        blockers: [],
        protection: 'protected',
      },
      'linux-leftovers': {
        verdict: 'leftovers',
        sure: ['kesl null leftover', 'network-agent-linux null leftover'],
        blockers: [],
        protection: 'unprotected',
      },
      'linux-server': {
        verdict: 'present',
        sure: [
          'kesl 12.2.0.2412 installed',
          'kesl-gui 12.2.0.2412 installed',
          'network-agent-linux 15.1.0.20748 installed',
        ],
        blockers: ['agent-without-server'],
        protection: 'protected',
      },
      'linux-stubborn': {
        verdict: 'present',
        sure: ['kesl 12.2.0.2412 installed'],
        blockers: [],
        protection: 'protected',
      },
      'office-managed': {
        verdict: 'present',
        sure: ['kes-windows 12.9.0.100 installed', 'network-agent-windows 15.1.0.100 installed'],
        blockers: ['managed-by-console'],
        protection: 'protected',
      },
      'windows-leftovers': {
        verdict: 'leftovers',
        sure: ['kaspersky-home null leftover'],
        blockers: [],
        protection: 'protected',
      },
    });
  });

  it('tell the licence and the age of the definitions of the home computer', async () => {
    const scan = await openSession(toolsFor(simulatedMachine(shippedComputer('home-windows-plus')))).scan();

    expect(scan.detections.find(({ product }) => product === 'kaspersky-home')).toMatchObject({
      edition: 'Kaspersky Plus',
      licence: { state: 'expired', expiresOn: '2025-05-11', definitionsDate: '2024-09-28T06:40:00.000Z' },
    });
  });
});

describe('a whole journey on a simulated computer', () => {
  it('goes through a restart in another process and ends clear, with Defender on', async () => {
    const journals = memoryJournals();
    const first = sessionOn('home-windows-plus', journals);
    const { plan } = await first.plan(noChoices);

    const before = await first.apply(plan, { given: 'flag' });
    const after = await sessionOn('home-windows-plus', journals).resume(null);
    const scan = await rescanned('home-windows-plus', journals);

    expect([before.ok && before.outcome, after.ok && after.outcome]).toEqual(['restart-needed', 'done']);
    expect(briefly(scan)).toEqual({ verdict: 'clear', sure: [], blockers: [], protection: 'protected' });
  });

  it('stops at the failed try, goes on in another process and ends with the leftovers', async () => {
    const journals = memoryJournals();
    const first = sessionOn('linux-stubborn', journals);
    const { plan } = await first.plan(noChoices);

    const failed = await first.apply(plan, { given: 'flag' });
    const resumed = await sessionOn('linux-stubborn', journals).resume(null);
    const scan = await rescanned('linux-stubborn', journals);

    expect([failed.ok && failed.outcome, resumed.ok && resumed.outcome]).toEqual(['failed', 'done']);
    expect(scan.verdict).toBe('leftovers');
    expect(scan.residue.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
      'service /etc/systemd/system/kesl.service',
      'folder /var/opt/kaspersky/kesl',
    ]);
  });

  it('takes everything off the server in one run', async () => {
    const journals = memoryJournals();
    const session = sessionOn('linux-server', journals);
    const { plan } = await session.plan(noChoices);

    const applied = await session.apply(plan, { given: 'flag' });

    expect(applied.ok && applied.outcome).toBe('done');
    expect(briefly(await session.scan())).toEqual({
      verdict: 'clear',
      sure: [],
      blockers: [],
      protection: 'unprotected',
    });
  });
});

const sessionOn = (name: string, journals: ReturnType<typeof memoryJournals>) =>
  openSession(toolsFor(simulatedMachine(shippedComputer(name)), { journals }));

/** A new process that only looks: brought to where the journal left the computer. */
async function rescanned(name: string, journals: ReturnType<typeof memoryJournals>): Promise<Scan> {
  const tools = toolsFor(simulatedMachine(shippedComputer(name)), { journals });
  const opened = journals.open('run-1');
  if (!opened.ok) throw new Error(opened.reason);
  tools.replay?.(opened.journal);
  return openSession(tools).scan();
}

const briefly = (scan: Scan) => ({
  verdict: scan.verdict,
  sure: scan.detections
    .filter(({ confidence, family }) => confidence !== 'possible' && family !== 'successor')
    .map(({ product, version, state }) => `${product} ${version} ${state}`)
    .sort(),
  blockers: scan.blockers.map(({ id }) => id),
  protection: scan.protection.verdict,
});
