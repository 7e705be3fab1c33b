import { languages, type Language } from '../core/knowledge/knowledge';

/** What can be said when the program is started. Unknown words are Chromium's and are left to it. */
export interface Switches {
  readonly technician: boolean;
  /** `this` or `sim:NAME`. */
  readonly machine: string;
  readonly language: Language | null;
}

/** Reads `--technician`, `--machine sim:NAME` and `--lang en|es`, in both the spaced and the `=` form. */
export function readSwitches(words: readonly string[]): Switches {
  const language = valueOf('--lang', words)?.slice(0, 2).toLowerCase();
  return {
    technician: words.includes('--technician'),
    machine: valueOf('--machine', words) ?? 'this',
    language: languages.find((one) => one === language) ?? null,
  };
}

function valueOf(name: string, words: readonly string[]): string | undefined {
  const joined = words.find((word) => word.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = words.indexOf(name);
  return at === -1 ? undefined : words[at + 1];
}
