import { mkdirSync, truncateSync } from 'node:fs';
import type { Room } from './room';

/** What can be wrong with any file from outside, whatever it should have held. `good` is the text of a sound one. */
export const badFiles: readonly (readonly [string, (room: Room, good: string) => string])[] = [
  ['no JSON', (room) => room.write('bad.json', 'hello')],
  ['empty', (room) => room.write('bad.json', '')],
  ['a list', (room) => room.write('bad.json', '[]')],
  ['cut short', (room, good) => room.write('bad.json', good.slice(0, Math.floor(good.length * 0.6)))],
  [
    'of another schema version',
    (room, good) => room.write('bad.json', good.replace(/"schemaVersion":\s*1/, '"schemaVersion": 2')),
  ],
  [
    'not UTF-8',
    (room, good) =>
      room.write('bad.json', Buffer.concat([Buffer.from(good.slice(0, -2)), Buffer.from([0xff, 0xfe, 0x7d])])),
  ],
  ['nested 100,000 deep and never closed', (room) => room.write('bad.json', '['.repeat(100_000))],
  [
    'nested 100,000 deep inside a sound head',
    (room, good) =>
      room.write('bad.json', good.replace('{', `{ "extra": ${'['.repeat(100_000)}${']'.repeat(100_000)},`)),
  ],
  [
    'larger than 64 MiB',
    (room) => {
      const path = room.write('bad.json', '{');
      // Sparse: it takes no room on the disk.
      truncateSync(path, 64 * 1024 * 1024 + 1);
      return path;
    },
  ],
  [
    'a folder',
    (room) => {
      mkdirSync(room.path('folder.json'), { recursive: true });
      return room.path('folder.json');
    },
  ],
  ['not there', (room) => room.path('nowhere.json')],
];
