/**
 * What is wrong with a property list in XML, or null. Only what Apple's own writer puts there passes: its eleven elements, closed in order, no
 * entities but the five of XML, no definitions of others. So nothing can be expanded, fetched or nested without end.
 */
export function faultInXmlPlist(text: string): string | null {
  const open: string[] = [];
  let pieces = 0;
  let isOver = false;
  for (let at = text.indexOf('<'); at !== -1;) {
    if (++pieces > mostPieces) return 'too large';
    const end = endOfMarkup(text, at, open.length > 0);
    if (end !== null) {
      if (end === -1) return 'markup that does not end, or defines something';
      at = text.indexOf('<', end);
      continue;
    }
    tag.lastIndex = at;
    const [whole, closing, name, closed] = tag.exec(text) ?? [];
    if (whole === undefined || name === undefined) return 'an element that is none of a property list';
    if (closing === '/') {
      if (open.pop() !== name) return 'elements that are not closed in order';
      isOver ||= open.length === 0;
    } else {
      if (isOver || (open.length === 0) !== (name === 'plist')) return 'not one property list';
      if (open.length > deepest) return 'nested too deeply';
      if (closed === '/') isOver ||= open.length === 0;
      else open.push(name);
    }
    at = text.indexOf('<', at + whole.length);
  }
  if (!isOver || open.length > 0) return 'not one property list';
  return unknownEntity.test(text) ? 'an entity that is none of XML' : null;
}

/** Tags, comments and the like: 4 MiB of them would keep the parser busy for long, and somebody can lay out many such files. */
const mostPieces = 50_000;
const deepest = 64;

const tag =
  /<(\/?)(plist|dict|array|key|string|integer|real|data|date|true|false)(?: version="[\d.]{1,8}")?\s{0,8}(\/?)>/y;

const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/i;

/** Where a comment, a declaration or a piece of plain text ends; -1 when it must not be there; null for elements. */
function endOfMarkup(text: string, at: number, isInside: boolean): number | null {
  if (text.startsWith('<!--', at)) {
    const end = after(text, '-->', at + 4);
    // Two dashes inside a comment are not well-formed, and the parser would say so on our own output.
    return text.slice(at + 4, end - 3).includes('--') || text[end - 4] === '-' ? -1 : end;
  }
  if (text.startsWith('<![CDATA[', at)) return isInside ? after(text, ']]>', at + 9) : -1;
  if (!text.startsWith('<!', at) && !text.startsWith('<?', at)) return null;
  const allowed = at === 0 && text.startsWith('<?') ? declaration : doctype;
  allowed.lastIndex = at;
  return !isInside && allowed.test(text) ? allowed.lastIndex : -1;
}

const declaration = /<\?xml version="1\.[01]"(?: encoding="[\w.-]{1,20}")?(?: standalone="(?:yes|no)")?\s?\?>/y;

const doctype = /<!DOCTYPE plist(?: (?:PUBLIC|SYSTEM)(?: "[\w .:/-]{1,100}"){1,2})?\s?>/y;

function after(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found === -1 ? -1 : found + what.length;
}
