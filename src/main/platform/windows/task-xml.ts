import { DOMParser, type Element } from '@xmldom/xmldom';

/** What a task file says, as far as it matters here. */
export interface TaskDefinition {
  /** Commands as written, quotes and variables included; empty when the task starts no program. */
  readonly commands: readonly string[];
  readonly enabled: boolean;
}

/**
 * Reads the XML of one task. Any person can register a task, so this is hostile input: a file with a document type (the way to
 * entities), a fault or another root gives null, and never an exception.
 */
export function parseTask(bytes: Buffer): TaskDefinition | null {
  try {
    const text = decoded(bytes);
    if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) return null;
    const root = new DOMParser({ onError: refuse }).parseFromString(text, 'text/xml').documentElement;
    if (root?.localName !== 'Task') return null;
    const [settings] = childrenNamed(root, 'Settings');
    const [enabled] = settings === undefined ? [] : childrenNamed(settings, 'Enabled');
    return {
      commands: childrenNamed(root, 'Actions')
        .flatMap((actions) => childrenNamed(actions, 'Exec'))
        .flatMap((exec) => childrenNamed(exec, 'Command').slice(0, 1))
        .map((command) => (command.textContent ?? '').trim())
        .filter((command) => command !== ''),
      enabled: !/^(?:false|0)$/i.test((enabled?.textContent ?? '').trim()),
    };
  } catch {
    return null;
  }
}

/** Windows writes UTF-16; tools write UTF-8. Bytes that are neither throw, which makes the file malformed. */
function decoded(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  // The declaration speaks of bytes and would contradict the text that they have become.
  return text.replace(/^\s*<\?xml[^>]*\?>/, '');
}

function childrenNamed(parent: Element, name: string): readonly Element[] {
  const found: Element[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling)
    if (isElement(child) && child.localName === name) found.push(child);
  return found;
}

const isElement = (node: NonNullable<Element['firstChild']>): node is Element & typeof node => node.nodeType === 1;

function refuse(level: string, message: string): void {
  if (level !== 'warning') throw new Error(message);
}
