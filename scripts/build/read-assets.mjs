import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

// What lies in assets/ but is not knowledge about products, replacements or dates.
const NOT_KNOWLEDGE = new Set(['computers', 'icons', 'messages', 'schemas']);

/**
 * The knowledge pack as one value: every folder of assets/ becomes a list, in the order of its file names.
 * A file holds one entry or a list of entries. Throws with the file's name when one cannot be read.
 */
export function readKnowledge(assetsDir) {
  const pack = readYaml(path.join(assetsDir, 'pack.yaml'));
  const folders = fs.readdirSync(assetsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const kinds = folders.map(({ name }) => name).filter((name) => !NOT_KNOWLEDGE.has(name));
  const lists = Object.fromEntries(kinds.map((kind) => [kind, readEntries(path.join(assetsDir, kind))]));
  return {
    format: 'offramp-knowledge',
    schemaVersion: 1,
    dataVersion: pack.version,
    dataDate: pack.date,
    ...lists,
    alternatives: lists.alternatives.map(withoutUnverified),
    messages: readMessages(path.join(assetsDir, 'messages')),
  };
}

/** What nobody verified is kept in the files, for whoever looks it up. It is neither shown nor counted, so programs need not carry it. */
const withoutUnverified = (alternative) => ({
  ...alternative,
  ...Object.fromEntries(
    ['features', 'prices', 'tests', 'facts'].map((kind) => [
      kind,
      alternative[kind].filter(({ confidence }) => confidence !== 'unverified'),
    ]),
  ),
});

/** The simulated computers shipped with the program, in the order of their file names. */
export function readComputers(assetsDir) {
  return { format: 'offramp-computers', schemaVersion: 1, computers: readEntries(path.join(assetsDir, 'computers')) };
}

const readEntries = (dir) => filesIn(dir, '.yaml').flatMap((file) => readYaml(file));

/** One folder per language; its files share one tree of keys. Several may add to a group such as `reasons`, none says a key twice. */
function readMessages(dir) {
  const entries = fs.existsSync(dir) ? fs.readdirSync(dir, { withFileTypes: true }) : [];
  const languages = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return Object.fromEntries(languages.map((language) => [language, readLanguage(path.join(dir, language))]));
}

function readLanguage(dir) {
  const messages = {};
  for (const file of filesIn(dir, '.json'))
    for (const [group, texts] of Object.entries(JSON.parse(readText(file)))) {
      const known = (messages[group] ??= {});
      for (const [key, text] of Object.entries(texts)) {
        if (Object.hasOwn(known, key))
          throw new Error(`${file}: the key "${group}.${key}" is already in another file of this language`);
        known[key] = text;
      }
    }
  return messages;
}

function readYaml(file) {
  try {
    return parse(readText(file), { prettyErrors: true });
  } catch (cause) {
    throw new Error(`${file}: ${cause.message}`, { cause });
  }
}

// Fatal decoding: a file saved in another encoding must not turn into question marks under a valid signature.
const readText = (file) => new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file));

function filesIn(dir, extension) {
  if (!fs.existsSync(dir)) return [];
  const names = fs.readdirSync(dir).filter((name) => name.endsWith(extension));
  return names.sort().map((name) => path.join(dir, name));
}
