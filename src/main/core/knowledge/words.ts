import { createInstance } from 'i18next';
import type { Knowledge, Language } from './knowledge';

/** Turns a key of `assets/messages` and the names it fills in into a sentence. An unknown key gives the key itself, never nothing. */
export type Words = (key: string, names?: Readonly<Record<string, string | number>>) => string;

/** Words of one language, with that language's plurals (`key_one`, `key_other`, chosen by `count`). */
export function wordsIn(language: Language, messages: Knowledge['messages']): Words {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: messages.en }, es: { translation: messages.es } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return (key, names) => i18n.t(key, { ...names });
}

/** The kind of a finding or of a remain as a word. Kinds come from data: one that has no words yet is shown as it is. */
export const wordsOfKind = (kind: string, words: Words): string =>
  [`kinds.${kind}`, `check.left.kind.${kind}`]
    .map((key) => [key, words(key)])
    .find(([key, told]) => key !== told)?.[1] ?? kind;
