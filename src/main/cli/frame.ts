import { writeAtomically } from '../platform/storage/write-atomically';
import { embeddedKnowledge, sessionToolsFor } from '../platform/session-tools';
import { openSession } from '../core/session/open-session';
import type { Session, SessionTools } from '../core/session/session';
import type { Language } from '../core/knowledge/knowledge';
import { wordsIn, type Words } from '../core/knowledge/words';
import type { Restarting } from '../platform/restart-computer';
import type { Ask } from './ask-on-terminal';
import { exitCodes, type ExitCode } from './exit-codes';

/** What every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly output?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly lang: Language;
  readonly now?: Date;
  readonly machine?: string;
  readonly data?: string;
}

/** The outside of a command: where words go and where the terminal is. Handed in, so that tests can look. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Asks on the terminal; null when there is none to ask on. */
  readonly ask: Ask | null;
  /** The same for passwords: what is typed is not shown. */
  readonly askSecret: Ask | null;
  /** Restarts this computer. */
  readonly restart: () => Promise<Restarting>;
  /** What is done once the command has ended well; wrong usage leaves no trace. */
  readonly afterwards: (work: () => void) => void;
}

/** An end with one clear line and a documented code. */
export class Ending extends Error {
  constructor(
    readonly code: ExitCode,
    readonly line: string,
  ) {
    super(line);
  }
}

export interface Opened {
  readonly session: Session;
  readonly tools: SessionTools;
  readonly words: Words;
}

/** Opens the session a command works on, or ends with the reason in one line. */
export function openFor(options: CommonOptions, terminal: Terminal, language: Language = options.lang): Opened {
  const made = sessionToolsFor({
    source: options.machine ?? 'this',
    language,
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.data === undefined ? {} : { dataFolder: options.data }),
  });
  if (made.ok) {
    terminal.afterwards(made.rememberData);
    return { session: openSession(made.tools), tools: made.tools, words: made.tools.words };
  }
  const words = wordsHere(options.lang);
  throw new Ending(
    made.reason === 'no-such-computer' ? exitCodes.usage : exitCodes.refused,
    words(`cli.refused.${made.reason}`, { detail: oneLine(made.detail) }),
  );
}

/** Words from the pack inside the program, for when the one that was asked for is refused. */
export function wordsHere(language: Language): Words {
  const loaded = embeddedKnowledge();
  return loaded.ok
    ? wordsIn(language, loaded.knowledge.messages)
    : (key, names) => `${key} ${Object.values(names ?? {}).join(' ')}`.trim();
}

/** Prints the value: JSON when asked for, else words; the same bytes go to `--output`. */
export function give(value: unknown, asWords: () => string, options: CommonOptions, terminal: Terminal): void {
  const text = options.json === true ? harmlessJson(value) : harmless(asWords());
  if (options.output !== undefined) writeOutput(options.output, text);
  if (options.json === true || options.quiet !== true) terminal.out(text);
}

/** Writes a file in one step, or ends with one line. */
export function writeOutput(path: string, text: string): void {
  try {
    writeAtomically(path, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
    throw new Ending(exitCodes.refused, `Cannot write ${path}: ${code}`);
  }
}

/** Characters that could repaint a terminal, or reorder or hide what is read: controls, line ends of others, marks of direction. */
const treacherous = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;

/** Text from outside on one line, without anything treacherous. */
export const oneLine = (text: string): string => text.replace(treacherous, ' ').trim();

/** The same for text of several lines; their ends are ours. */
const harmless = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(treacherous, ' '))
    .join('\n');

/** JSON that says the same and can be looked at: what JSON leaves as it is but a terminal obeys is escaped. */
const harmlessJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)}\n`.replace(
    /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
