import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../main/core/knowledge/knowledge';

type Names = Readonly<Record<string, string | number>>;

/** Everything a screen needs to speak one language: sentences by key, and dates and numbers the way that language writes them. */
export interface Words {
  readonly language: Language;
  readonly t: (key: string, names?: Names) => string;
  readonly has: (key: string) => boolean;
  /** A day, from `YYYY-MM-DD` or a moment. Text that is no date comes back unchanged. */
  readonly date: (moment: string) => string;
  /** A moment, in this computer's zone. */
  readonly dateTime: (moment: string) => string;
  readonly number: (value: number) => string;
}

/** The words of one language. Keys and texts live in `assets/messages`; an unknown key gives the key, never nothing. */
export function wordsIn(language: Language): Words {
  const instance = instanceFor(language);
  const dateOnly = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(language);
  return {
    language,
    t: (key, names) => instance.t(key, { ...names }),
    has: (key) => instance.exists(key),
    date: (text) => format(text, /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateOnly : day),
    dateTime: (text) => format(text, moment),
    number: (value) => number.format(value),
  };
}

/** The page never speaks the command line's words, and gets blockers in words already. */
const files = import.meta.glob<Readonly<Record<string, object>>>(
  ['../../../assets/messages/*/*.json', '!**/{cli,blockers}.json'],
  { eager: true, import: 'default' },
);

/** Several files may add to one group, such as `reasons`. */
function messagesOf(language: Language): Readonly<Record<string, object>> {
  const messages: Record<string, object> = {};
  for (const [path, groups] of Object.entries(files))
    if (path.includes(`/${language}/`))
      for (const [group, texts] of Object.entries(groups)) messages[group] = { ...messages[group], ...texts };
  return messages;
}

function instanceFor(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: messagesOf('en') }, [language]: { translation: messagesOf(language) } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

function format(text: string, as: Intl.DateTimeFormat): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : as.format(at);
}
