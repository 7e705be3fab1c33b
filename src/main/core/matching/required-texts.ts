/** Texts in lower case of which one must be held. */
export type AnyOf = readonly string[];

/**
 * What every match of a pattern holds: of each of these sets at least one text. Looking for a plain text is many times quicker than trying
 * a pattern, and nearly everything on a computer holds none of them. The most telling set comes first. Whatever is not understood here
 * only makes the sets fewer or their texts shorter, never wrong.
 */
export const requiredTexts = (pattern: string): readonly AnyOf[] => readBranches(pattern, 0).required;

interface Read {
  readonly required: readonly AnyOf[];
  /** Where the closing bracket stands, or the end. */
  readonly end: number;
}

/** Branches up to the end of the pattern or of the group they are in; of several, one text of any is all that is sure. */
function readBranches(pattern: string, from: number): Read {
  const branches: (readonly AnyOf[])[] = [];
  for (let at = from; ; at += 1) {
    const { required, end } = readSequence(pattern, at);
    branches.push(required);
    at = end;
    if (pattern[at] === '|') continue;
    const [only] = branches;
    if (branches.length === 1 && only !== undefined) return { required: only, end };
    const most = branches.map(([telling]) => telling);
    return { required: most.includes(undefined) ? [] : [[...new Set(most.flatMap((texts) => texts ?? []))]], end };
  }
}

/** One branch: its runs of plain characters, and what its groups require. */
function readSequence(pattern: string, from: number): Read {
  const required: AnyOf[] = [];
  let run = '';
  const endRun = (): void => {
    if (run !== '') required.push([run.toLowerCase()]);
    run = '';
  };
  let at = from;
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const piece = readPiece(pattern, at);
    const often = readQuantifier(pattern, piece.end);
    at = often.end;
    if (piece.is === 'nothing') continue;
    if (piece.is === 'character' && often.atLeastOnce) run += piece.text;
    if (piece.is === 'character' && often.exactlyOnce) continue;
    endRun();
    if (piece.is === 'group' && often.atLeastOnce) required.push(...piece.required);
  }
  endRun();
  return { required: required.sort((a, b) => shortest(b) - shortest(a)), end: at };
}

export const shortest = (texts: AnyOf): number => Math.min(...texts.map(({ length }) => length));

type Piece = { readonly end: number } & (
  | { readonly is: 'character'; readonly text: string }
  | { readonly is: 'group'; readonly required: readonly AnyOf[] }
  /** Takes no text: an anchor, an edge of a word, a look ahead or behind. */
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown' }
);

function readPiece(pattern: string, at: number): Piece {
  const character = pattern[at] ?? '';
  switch (character) {
    case '(':
      return readGroup(pattern, at);
    case '[':
      return readClass(pattern, at);
    case '\\':
      return readEscape(pattern, at);
    case '^':
    case '$':
      return { is: 'nothing', end: at + 1 };
    case '.':
      return { is: 'unknown', end: at + 1 };
    default:
      return { is: 'character', text: character, end: at + 1 };
  }
}

function readGroup(pattern: string, at: number): Piece {
  const plain = pattern.startsWith('(?:', at);
  const special = !plain && pattern[at + 1] === '?';
  // The sign of a look ahead or behind is read as part of its branch, which nobody asks for.
  const { required, end } = readBranches(pattern, at + (plain ? 3 : special ? 2 : 1));
  return special ? { is: 'nothing', end: end + 1 } : { is: 'group', required, end: end + 1 };
}

function readClass(pattern: string, at: number): Piece {
  let end = at + 1;
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1;
  const only = end === at + 2 ? pattern[at + 1] : undefined;
  return only === undefined || only === '^'
    ? { is: 'unknown', end: end + 1 }
    : { is: 'character', text: only, end: end + 1 };
}

function readEscape(pattern: string, at: number): Piece {
  const escaped = pattern[at + 1] ?? '';
  if (escaped === 'b' || escaped === 'B') return { is: 'nothing', end: at + 2 };
  if (!/[\p{L}\p{N}]/u.test(escaped)) return { is: 'character', text: escaped, end: at + 2 };
  longEscape.lastIndex = at;
  return { is: 'unknown', end: at + (longEscape.exec(pattern)?.[0].length ?? 2) };
}

/** Escapes whose letter is followed by something that belongs to them. */
const longEscape = /\\(?:[pPu]\{[^}]*\}|k<[^>]*>|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|\d+)/iuy;

interface Often {
  readonly end: number;
  readonly atLeastOnce: boolean;
  readonly exactlyOnce: boolean;
}

function readQuantifier(pattern: string, at: number): Often {
  const sign = pattern[at];
  if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{')
    return { end: at, atLeastOnce: true, exactlyOnce: true };
  const end = sign === '{' ? pattern.indexOf('}', at) + 1 : at + 1;
  const atLeastOnce = sign === '+' || (sign === '{' && pattern[at + 1] !== '0');
  return { end: pattern[end] === '?' ? end + 1 : end, atLeastOnce, exactlyOnce: false };
}
