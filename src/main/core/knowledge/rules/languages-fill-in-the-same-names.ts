import { flatMessages } from './flat-messages';
import type { Rule } from './rule';

/** A name that one language fills in differently would leave a hole in its sentence. */
export const languagesFillInTheSameNames: Rule = (k) => {
  const es = flatMessages(k.messages.es);
  return [...flatMessages(k.messages.en)]
    .filter(([key, text]) => es.has(key) && placeholders(text).join() !== placeholders(es.get(key) ?? '').join())
    .map(([key]) => `message ${key} fills in different names in en and es`);
};

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1] ?? ''))].sort();
