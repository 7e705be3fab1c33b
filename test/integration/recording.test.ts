import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRoom, on, valueIn, type Room } from './room';

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

/** What of a scan must not depend on whether the computer or its recording was asked. */
function answersOf(scan: Record<string, unknown>) {
  const { verdict, detections, residue, blockers, protection, window, probes } = scan;
  return {
    verdict,
    detections,
    residue,
    blockers,
    protection,
    window,
    probes: (probes as { id: string; status: string }[]).map(({ id, status }) => ({ id, status })),
  };
}

describe('a computer recorded with scan --record', () => {
  it.each(['linux-server', 'office-managed', 'windows-leftovers'])(
    'gives the same answers as %s itself',
    async (name) => {
      const file = room.path(`${name}.json`);

      const live = await room.offramp('scan', '--json', '--now', '2026-11-23T12:00:00Z', '--record', file, ...on(name));
      const replayed = await room.offramp('scan', '--json', '--now', '2026-11-23T12:00:00Z', '--machine', file);

      expect(replayed.code).toBe(live.code);
      expect(answersOf(valueIn(replayed))).toEqual(answersOf(valueIn(live)));
      expect(live.err).toContain(file);
    },
  );

  it.runIf(process.platform === 'linux')('does not hold the names of people and of this computer', async () => {
    const person = firstPerson();
    const hidden = [hostname(), ...(person === null ? [] : [person])];
    // A program with both names in its path runs while the computer is recorded: what is to be hidden is really there.
    mkdirSync(room.path(...hidden), { recursive: true });
    const program = room.path(...hidden, 'sleeper');
    copyFileSync(process.execPath, program);
    const sleeper = spawn(program, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const file = room.path('this.json');
    try {
      const live = await room.offramp('scan', '--json', '--record', file);

      const replayed = await room.offramp('scan', '--json', '--machine', file);
      const text = readFileSync(file, 'utf8');
      expect(answersOf(valueIn(replayed))).toEqual(answersOf(valueIn(live)));
      expect(text).toContain(`/this-computer/${person === null ? '' : 'user-'}`);
      for (const name of hidden)
        expect(text).not.toMatch(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'iu'));
    } finally {
      sleeper.kill();
    }
  });
});

/** The account of a person on this computer, if it has one. */
function firstPerson(): string | null {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return accounts.find(([, , id]) => Number(id) >= 1000 && Number(id) < 60_000)?.[0] ?? null;
}
