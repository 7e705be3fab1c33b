/** One paragraph of dpkg's status file. `flag` and `status` are the second and third word of its `Status` field. */
export interface DpkgEntry {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly flag: string;
  readonly status: string;
}

/**
 * Reads the fields we need of every paragraph and goes on to the next as soon as it has them: the file has megabytes, nearly all of it
 * descriptions and file lists, and this stands on the way to the first answer.
 */
export function parseDpkgStatus(text: string): readonly DpkgEntry[] {
  const entries: DpkgEntry[] = [];
  for (let start = 0; start < text.length;) {
    const gap = text.indexOf('\n\n', start);
    const end = gap === -1 ? text.length : gap;
    const entry = entryIn(text, start, end);
    if (entry !== null) entries.push(entry);
    start = end + 2;
  }
  return entries;
}

function entryIn(text: string, start: number, end: number): DpkgEntry | null {
  let name: string | null = null;
  let status: string | null = null;
  let architecture: string | null = null;
  let version: string | null = null;
  for (
    let line = start;
    line < end && (name === null || status === null || architecture === null || version === null);
  ) {
    const found = text.indexOf('\n', line);
    const lineEnd = found === -1 || found > end ? end : found;
    const value = (label: string): string | null =>
      text.startsWith(label, line) ? text.slice(line + label.length, lineEnd).trim() : null;
    // Only one field can begin with what a line begins with, so most lines cost one comparison.
    switch (text[line]) {
      case 'P':
        name ??= value('Package:');
        break;
      case 'S':
        status ??= value('Status:');
        break;
      case 'A':
        architecture ??= value('Architecture:');
        break;
      case 'V':
        version ??= value('Version:');
        break;
      default:
    }
    line = lineEnd + 1;
  }
  if (name === null || name === '') return null;
  const [, flag = '', state = ''] = (status ?? '').split(/\s+/);
  return { name, version: version ?? '', architecture: architecture ?? '', flag, status: state };
}
