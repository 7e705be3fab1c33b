import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../support/command-line';
import { expectRefused } from './expect-refused';
import { makeRoom, on, valueIn, type Ended, type Room } from './room';

const shipped = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../dist/data/${name}`, import.meta.url)), 'utf8');

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

/** A folder with a pack in it; a part that is null is not there. */
function pack(knowledge: string | null, signature: string | null): string {
  const folder = room.path('pack');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  if (knowledge !== null) writeFileSync(join(folder, 'knowledge.json'), knowledge);
  if (signature !== null) writeFileSync(join(folder, 'knowledge.sig'), signature);
  return folder;
}

const scanWith = (folder: string) => room.offramp('scan', '--json', '--data', folder, ...on('clean-linux'));
const signed = (text: string, key: KeyObject): string =>
  pack(text, sign(null, Buffer.from(text), key).toString('base64'));

/** The key this checkout signs with, so that a test can make a pack that is signed and nevertheless wrong. */
function ownKey(): KeyObject {
  const development = new URL('../../.cache/signing/development-key.pem', import.meta.url);
  return createPrivateKey(process.env['OFFRAMP_SIGNING_KEY'] ?? readFileSync(development));
}

describe('a knowledge pack', () => {
  it('is taken when it is the one we signed', async () => {
    const ended = await scanWith(pack(shipped('knowledge.json'), shipped('knowledge.sig')));

    expect(ended.code).toBe(0);
  });

  it.each([
    ['somebody edited', () => pack(shipped('knowledge.json').replace('"Remove', '"remove'), shipped('knowledge.sig'))],
    ['was cut short', () => pack(shipped('knowledge.json').slice(0, 5_000), shipped('knowledge.sig'))],
    [
      'has an edited signature',
      () =>
        pack(
          shipped('knowledge.json'),
          shipped('knowledge.sig').replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
        ),
    ],
    ['has an empty signature', () => pack(shipped('knowledge.json'), '')],
    ['has a signature that is no base64', () => pack(shipped('knowledge.json'), '\u0000not base64 at all')],
    ['is signed by another key', () => signed(shipped('knowledge.json'), generateKeyPairSync('ed25519').privateKey)],
    ['has no signature', () => pack(shipped('knowledge.json'), null)],
    ['has no knowledge', () => pack(null, shipped('knowledge.sig'))],
    ['is not there', () => room.path('nowhere')],
    ['is signed and no JSON', () => signed('hello', ownKey())],
  ])('that %s is refused', async (_, make) => {
    expectRefused(await scanWith(make()), /knowledge pack/);
  });

  it('that is signed and malformed is refused with the path of the fault', async () => {
    const text = shipped('knowledge.json').replace('"schemaVersion":1', '"schemaVersion":2');

    expectRefused(await scanWith(signed(text, ownKey())), /schemaVersion/);
  });

  it('older than one this computer has seen is refused', async () => {
    const older = shipped('knowledge.json').replace(/"dataVersion":"[^"]+"/, '"dataVersion":"2024.01.01-1"');
    await room.offramp('scan', '--json', ...on('clean-linux'));

    expectRefused(await scanWith(signed(older, ownKey())), /older|2024\.01\.01-1/);
  });
});

describe('the pack beside the program', () => {
  it('is refused when it was edited, and the one inside the program does not step in for it', async () => {
    const program = carriedProgram();
    const knowledge = join(dirname(program), '..', 'data', 'knowledge.json');
    writeFileSync(knowledge, shipped('knowledge.json').replace('"Remove', '"remove'));

    expectRefused(await start(program, 'scan', '--json', ...on('clean-linux')), /knowledge pack/);
  });

  it('may be missing: then the program uses the one inside it', async () => {
    const program = carriedProgram();
    rmSync(join(dirname(program), '..', 'data'), { recursive: true });

    const ended = await start(program, 'scan', '--json', ...on('linux-server'));

    expect(ended.code).toBe(3);
    expect(valueIn(ended)['verdict']).toBe('present');
  });
});

/** A copy of program and pack as they lie beside each other, to break. */
function carriedProgram(): string {
  const folder = room.path('carried');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'cli'), { recursive: true });
  cpSync(bundle, join(folder, 'cli', 'offramp.cjs'));
  cpSync(join(dirname(bundle), '..', 'data'), join(folder, 'data'), { recursive: true });
  expect(existsSync(join(folder, 'data', 'knowledge.sig'))).toBe(true);
  return join(folder, 'cli', 'offramp.cjs');
}

function start(program: string, ...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, OFFRAMP_STATE_DIR: room.path('state') };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, signal: child.signalCode, out, err }),
    );
  });
}
