// @vitest-environment node
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWords, sourceWords } from './source-words';

const root = path.resolve(import.meta.dirname, '../../..');
const source = sourceWords(path.join(root, 'src/renderer'), ['gallery']);

const textsOf = (language: string, file: string): ReadonlyMap<string, string> =>
  flatten(JSON.parse(fs.readFileSync(path.join(root, `assets/messages/${language}/${file}.json`), 'utf8')));

function flatten(value: unknown, above = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[above, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, inner]) => [
      ...flatten(inner, above === '' ? key : `${above}.${key}`),
    ]),
  );
}

const own = ['window', 'evidence'];
const ownTexts = (language: string): ReadonlyMap<string, string> =>
  new Map(own.flatMap((file) => [...textsOf(language, file)]));
const english = ownTexts('en');
const spanish = ownTexts('es');
const shared = fs
  .readdirSync(path.join(root, 'assets/messages/en'))
  .map((file) => path.basename(file, '.json'))
  .filter((file) => ![...own, 'cli', 'blockers'].includes(file));
const everything = new Set([...english.keys(), ...shared.flatMap((file) => [...textsOf('en', file).keys()])]);
const asked = source.flatMap(({ keys }) => keys);
const prefixes = source.flatMap((file) => file.prefixes);
const singular = (key: string): string => key.replace(/_(one|other|many)$/, '');
const placesIn = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('the words of the window', () => {
  test('are the same keys in English and Spanish', () => {
    expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('have the same places to fill in, in both languages', () => {
    const different = [...english].filter(
      ([key, text]) => String(placesIn(text)) !== String(placesIn(spanish.get(key) ?? '')),
    );

    expect(different).toEqual([]);
  });

  test('share no top-level key with the words of core', () => {
    const tops = new Set(shared.flatMap((file) => [...textsOf('en', file).keys()]).map((key) => key.split('.')[0]));

    expect([...english.keys()].filter((key) => tops.has(key.split('.')[0]))).toEqual([]);
  });

  test('exist for every key that the code asks for', () => {
    const known = new Set([...everything].map(singular));

    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  test('exist below every beginning that the code completes', () => {
    expect(prefixes.length).toBeGreaterThan(20);
    expect(prefixes.filter((prefix) => ![...everything].some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  test('are all asked for somewhere', () => {
    const used = new Set(asked);
    const unused = [...english.keys()].filter(
      (key) => !used.has(singular(key)) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );

    expect(unused).toEqual([]);
  });

  test('have exactly the states of a stage that stageStatus gives', () => {
    const code = fs.readFileSync(path.join(root, 'src/renderer/state/stage-status.ts'), 'utf8');
    const given = new Set([...code.matchAll(/says: '([a-z-]+)'/g)].map(([, state]) => `window.status.${state}`));

    const worded = new Set([...english.keys()].filter((key) => key.startsWith('window.status.')).map(singular));
    expect([...given].toSorted()).toEqual([...worded].toSorted());
  });

  test('never shout', () => {
    expect([...english, ...spanish].filter(([, text]) => /[!¡]/.test(text))).toEqual([]);
  });

  test('make no claim that a law forbids having or using it, and no countdown', () => {
    const forbidden = /illegal|ilegal|deadline|plazo|infected|infectad|you must|compromis|spied|compliant/i;

    expect([...english, ...spanish].filter(([, text]) => forbidden.test(text))).toEqual([]);
  });
});

describe('the code of the window', () => {
  test('writes no words and no styles of its own', () => {
    expect(source.filter(({ raw }) => raw.length > 0)).toEqual([]);
  });

  test('would be caught writing some', () => {
    const caught = readWords(
      'bad.tsx',
      `export const Bad = () => <p style={s} title="Hello">Hello {t(a ? 'x.y' : \`x.\${z}\`)}</p>;`,
    );

    expect(caught).toEqual({ file: 'bad.tsx', keys: ['x.y'], prefixes: ['x.'], raw: ['style', 'title', 'Hello'] });
  });
});
