import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { picture, putBackOf, quarantineOf, room } from '../../unit/platform-linux/quarantine/room';

const tries = 4_000;
const leftover = { kind: 'folder', path: '/opt/vendor/product/left' } as const;
const rooms: { end: () => void }[] = [];
afterEach(() => {
  for (const one of rooms.splice(0)) one.end();
});

/**
 * Somebody who may write where nobody but the system should: far more than an ordinary user can. The canaries lie where each link leads; whatever is
 * swapped when, none of them may be moved, changed or replaced.
 */
describe.each(['thing', 'parent', 'above'] as const)('while somebody swaps the %s for links', (where) => {
  it(`${tries} moves and returns touch nothing outside`, async () => {
    const one = room();
    rooms.push(one);
    const canary = join(one.root, 'canary');
    for (const folder of ['left', 'above/product/left']) {
      mkdirSync(join(canary, folder), { recursive: true });
      writeFileSync(join(canary, folder, 'mine'), 'somebody else’s');
    }
    for (const folder of ['', 'above', 'above/product']) chmodSync(join(canary, folder), 0o755);
    const before = picture(canary);
    mkdirSync(join(one.place, 'left'));
    const swapper = spawn(process.execPath, [join(import.meta.dirname, 'races/swapper.cjs'), one.root, where]);
    const ended = once(swapper, 'exit');

    const outcomes = new Map<string, number>();
    const note = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    try {
      for (let at = 0; at < tries; at += 1) {
        const quarantine = one.open();
        const moved = quarantine.quarantine(quarantineOf(leftover, `thing-${at}`), 'run-1');
        note(`moved: ${moved.reason ?? moved.outcome}`);
        if (moved.outcome !== 'done') continue;
        // Until it is back, or the way is never safe again.
        for (let again = 0; again < 200; again += 1) {
          const back = quarantine.putBack(putBackOf(`thing-${at}`));
          note(`back: ${back.reason ?? back.outcome}`);
          if (back.outcome === 'done') break;
        }
      }
    } finally {
      writeFileSync(join(one.root, 'stop'), '');
      await ended;
    }

    const swaps = Number(readFileSync(join(one.root, 'swaps'), 'utf8'));
    process.stdout.write(
      `${where}: ${tries} tries against ${swaps} swaps: ${JSON.stringify(Object.fromEntries(outcomes))}\n`,
    );
    expect(picture(canary)).toEqual(before);
    expect(existsSync(join(canary, 'left/mine'))).toBe(true);
    expect(swaps).toBeGreaterThan(tries);
    // Some went through and some did not: otherwise nothing was tried.
    expect(outcomes.get('moved: done') ?? 0).toBeGreaterThan(0);
    expect([...outcomes.keys()].some((name) => name.startsWith('moved: ') && name !== 'moved: done')).toBe(true);
  });
});
