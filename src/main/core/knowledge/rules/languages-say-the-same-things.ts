import { flatMessages } from './flat-messages';
import type { Rule } from './rule';

/** A key that one language lacks would show as a key. */
export const languagesSayTheSameThings: Rule = (k) => {
  const [en, es] = [flatMessages(k.messages.en), flatMessages(k.messages.es)];
  return [
    ...[...en.keys()].filter((key) => !es.has(key)).map((key) => `message ${key} is missing in es`),
    ...[...es.keys()].filter((key) => !en.has(key)).map((key) => `message ${key} is missing in en`),
  ];
};
