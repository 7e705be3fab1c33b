import type { Language } from '../../core/knowledge/knowledge';
import { wordsIn, type Words } from '../../core/knowledge/words';
import { english } from './english';
import { spanish } from './spanish';

/** What is said outside the page. It is inside the program, because it is needed most when the knowledge pack cannot be used. */
export const appWords = (language: Language): Words => wordsIn(language, { en: english, es: spanish });
