import { createContext, use, type ReactNode } from 'react';
import type { Language } from '../../main/core/knowledge/knowledge';
import { wordsIn, type Words } from './words-in';

/** Speaks one language to everything inside; `words` instead of that language's own, where somebody made others of them. */
export function WordsProvider({
  language,
  words,
  children,
}: {
  readonly language: Language;
  readonly words: Words | undefined;
  readonly children: ReactNode;
}) {
  return <WordsContext value={words ?? spoken[language]()}>{children}</WordsContext>;
}

/** The words of the language that is chosen. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error('useWords needs a WordsProvider above it');
  return words;
}

const WordsContext = createContext<Words | null>(null);

const once = (language: Language): (() => Words) => {
  let words: Words | null = null;
  return () => (words ??= wordsIn(language));
};
const spoken: Readonly<Record<Language, () => Words>> = { en: once('en'), es: once('es') };
