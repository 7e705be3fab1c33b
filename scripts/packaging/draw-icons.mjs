#!/usr/bin/env node
// Draws the committed icons from offramp.svg. Run by hand after the drawing changed; needs rsvg-convert (librsvg2-bin).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { inRoot } from '../setup/paths.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
// Apple's name for each size of a PNG inside an icon file.
const APPLE = {
  icp4: 16,
  icp5: 32,
  icp6: 64,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
};
const WINDOWS = [16, 24, 32, 48, 64, 256];

const dir = inRoot('assets/icons');
const png = Object.fromEntries(SIZES.map((size) => [size, draw(size)]));
for (const size of SIZES) fs.writeFileSync(`${dir}/${size}x${size}.png`, png[size]);
fs.writeFileSync(`${dir}/offramp.ico`, windowsIcon(WINDOWS.map((size) => ({ size, bytes: png[size] }))));
fs.writeFileSync(
  `${dir}/offramp.icns`,
  appleIcon(Object.entries(APPLE).map(([name, size]) => ({ name, bytes: png[size] }))),
);

function draw(size) {
  return execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size), `${dir}/offramp.svg`]);
}

function windowsIcon(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, bytes }, at) => {
    const entry = 6 + 16 * at;
    header.writeUInt8(size % 256, entry); // 0 means 256
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(bytes.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += bytes.length;
  });
  return Buffer.concat([header, ...images.map(({ bytes }) => bytes)]);
}

function appleIcon(images) {
  const parts = images.map(({ name, bytes }) => block(name, bytes));
  return block('icns', Buffer.concat(parts));
}

function block(name, bytes) {
  const header = Buffer.alloc(8);
  header.write(name, 0, 'latin1');
  header.writeUInt32BE(bytes.length + 8, 4);
  return Buffer.concat([header, bytes]);
}
