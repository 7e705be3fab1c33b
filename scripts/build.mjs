#!/usr/bin/env node
// npm run build [-- --force] [-- knowledge|command-line|window …]
import { build, productNames } from './build/build.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith('-')).map((word) => word.replace('-', ' '));
const unknown = named.find((name) => !productNames.includes(name));
const say = sayTo(process.stdout);
if (unknown !== undefined) {
  say(
    `Nothing is called "${unknown}" here. There are: ${productNames.map((name) => name.replace(' ', '-')).join(', ')}.`,
  );
  process.exit(2);
}

const ready = await setUp({}, { say });
if (!ready.ok) process.exit(1);
const done = await build({ only: named.length > 0 ? named : undefined, force: words.includes('--force'), say });
if (done.ok && done.built.length === 0) say('Everything is up to date.');
process.exit(done.ok ? 0 : 1);
