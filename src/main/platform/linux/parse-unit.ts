/** What we read of a unit file and its drop-ins. */
export interface UnitFile {
  readonly description: string | null;
  readonly type: string | null;
  /** The first command of `ExecStart`, prefixes included. */
  readonly execStart: string | null;
}

/** Reads systemd's unit syntax: sections, comments, lines continued with a backslash; an empty assignment takes back earlier ones. */
export function parseUnit(text: string): UnitFile {
  const unit: Record<keyof UnitFile, string | null> = { description: null, type: null, execStart: null };
  let section = '';
  for (const line of text.replace(/\\\r?\n/g, ' ').split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
    const heading = /^\[(.+)\]$/.exec(trimmed)?.[1];
    if (heading !== undefined) section = heading;
    const at = trimmed.indexOf('=');
    if (heading !== undefined || at === -1) continue;
    const value = trimmed.slice(at + 1).trim();
    switch (`${section}.${trimmed.slice(0, at).trim()}`) {
      case 'Unit.Description':
        unit.description = value === '' ? null : value;
        break;
      case 'Service.Type':
        unit.type = value === '' ? null : value;
        break;
      case 'Service.ExecStart':
        unit.execStart = value === '' ? null : (unit.execStart ?? value);
        break;
      default:
    }
  }
  return unit;
}

/**
 * The program an `ExecStart` starts, as it is written there. Where that is a shell or another interpreter with a script, the script: it
 * says what the unit is for. A program without a folder comes back as its bare name.
 */
export function programIn(execStart: string): string | null {
  const prefix = /^[@\-:+!|]*/.exec(execStart)?.[0] ?? '';
  const [program, ...rest] = wordsIn(execStart.slice(prefix.length));
  if (program === undefined || program === '') return null;
  if (!interpreters.test(program)) return program;
  // With `@` the word after the program is only the name it gets to see.
  const words = prefix.includes('@') ? rest.slice(1) : rest;
  const first = words.find((word) => !/^-[a-z]*$/.test(word) || /^-[a-z]*[cem]$/.test(word));
  return first?.startsWith('/') === true ? first : program;
}

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );

/** Programs that run other programs' text. */
export const interpreters = /(^|\/)(sh|bash|dash|ksh|zsh|env|perl|ruby|node|php|python)[\d.]*$/;
