/** What we read of a desktop entry. */
export interface DesktopEntry {
  readonly name: string | null;
  readonly exec: string | null;
  /** `Hidden` is the format's own word for "as if it were not there". */
  readonly hidden: boolean;
}

/** Reads the main group of a `.desktop` file; names in other languages and other groups are left out. */
export function parseDesktopEntry(text: string): DesktopEntry {
  const entry: { name: string | null; exec: string | null; hidden: boolean } = {
    name: null,
    exec: null,
    hidden: false,
  };
  let isMain = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed.startsWith('[')) isMain = trimmed === '[Desktop Entry]';
    const at = trimmed.indexOf('=');
    if (!isMain || trimmed.startsWith('#') || at === -1) continue;
    const value = trimmed.slice(at + 1).trim();
    switch (trimmed.slice(0, at).trim()) {
      case 'Name':
        entry.name ??= value === '' ? null : value;
        break;
      case 'Exec':
        entry.exec ??= value === '' ? null : value;
        break;
      case 'Hidden':
        entry.hidden = value === 'true';
        break;
      default:
    }
  }
  return entry;
}

/** The program of an `Exec` line as it is written there, past `env` and its settings; null when the line names none. */
export function programOfExec(exec: string): string | null {
  const words = [...exec.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map((match) =>
    match[1] === undefined ? (match[2] ?? '') : match[1].replace(/\\(.)/g, '$1'),
  );
  const first = words[0] ?? '';
  if (!/(^|\/)env$/.test(first)) return first === '' || first.startsWith('%') ? null : first;
  return words.slice(1).find((word) => !word.includes('=') && !word.startsWith('-')) ?? first;
}
