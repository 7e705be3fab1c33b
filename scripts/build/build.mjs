import fs from 'node:fs';
import path from 'node:path';
import { cacheDir, inRoot } from '../setup/paths.mjs';
import { readStamp, sha256, writeStamp } from '../setup/stamp.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { signingKey } from './signing-key.mjs';

const always = ['package.json', 'package-lock.json', 'scripts/build', 'tsconfig.base.json', 'assets/pack.yaml'];

/**
 * What is built, from what, to where. Each builder is loaded only when its product is stale: a start that builds nothing
 * stays quick.
 */
const products = {
  knowledge: {
    from: ['assets'],
    to: ['dist/data/knowledge.json', 'dist/data/knowledge.sig', 'dist/data/computers.json'],
    load: async () => (await import('./build-knowledge.mjs')).buildKnowledge,
  },
  'command line': {
    from: ['assets', 'src/main'],
    to: ['dist/cli/offramp.cjs', 'dist/cli/offramp.cache', 'dist/executable/offramp.cjs'],
    load: async () => (await import('./build-command-line.mjs')).buildCommandLine,
  },
  window: {
    from: ['assets', 'src', 'electron.vite.config.ts'],
    to: ['dist/app/main/index.js', 'dist/app/preload/index.cjs', 'dist/app/renderer/index.html'],
    load: async () => (await import('./build-window.mjs')).buildWindow,
  },
};

/** The names `build` takes. */
export const productNames = Object.keys(products);

/**
 * Builds what is stale, by content. A product whose build fails is taken away, so that nobody runs or tests an old one.
 * @param {{ only?: string[], force?: boolean, say: Function }} wish
 * @returns {Promise<{ ok: boolean, built: string[], failed: { product: string, reason: string }[] }>}
 */
export async function build({ only = productNames, force = false, say }) {
  const stale = () => only.filter((name) => force || !isFresh(name));
  if (stale().length === 0) return { ok: true, built: [], failed: [] };
  return withLock('build', { say }, async () => {
    signingKey(); // Made now if this checkout has none, so that the fingerprints below already know it.
    const built = [];
    const failed = [];
    for (const name of stale()) {
      const startedAt = Date.now();
      const problem = await buildOne(name, say);
      if (problem === undefined) built.push(name);
      else failed.push({ product: name, reason: problem });
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      say(problem === undefined ? `Built the ${name} (${seconds} s).` : `The ${name} cannot be built:\n${problem}`);
    }
    return { ok: failed.length === 0, built, failed };
  });
}

async function buildOne(name, say) {
  const { to, load } = products[name];
  const before = inputsOf(name);
  try {
    await (
      await load()
    )({ say });
    const missing = to.filter((file) => !fs.existsSync(inRoot(file)));
    if (missing.length > 0) throw new Error(`not produced: ${missing.join(', ')}`);
  } catch (error) {
    for (const file of to) fs.rmSync(inRoot(file), { force: true });
    return error.message;
  }
  writeStamp(stampOf(name), { inputs: before, outputs: outputsOf(name) });
  return undefined;
}

function isFresh(name) {
  const stamp = readStamp(stampOf(name));
  return stamp !== undefined && stamp.outputs === outputsOf(name) && stamp.inputs === inputsOf(name);
}

const stampOf = (name) => path.join(cacheDir, 'build', `${name.replace(' ', '-')}.json`);
const outputsOf = (name) => fingerprint(products[name].to.map((file) => inRoot(file)));

// The key belongs to the inputs: another key means another signature and another embedded public half.
function inputsOf(name) {
  const key = process.env.OFFRAMP_SIGNING_KEY ?? readKeyFile();
  return sha256(fingerprint([...products[name].from, ...always].map((place) => inRoot(place))) + sha256(key));
}

function readKeyFile() {
  const file = inRoot('.cache/signing/development-key.pem');
  return fs.existsSync(file) ? fs.readFileSync(file) : '';
}
