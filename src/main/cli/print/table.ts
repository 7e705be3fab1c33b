import { oneLine } from '../frame';

/** A plain table that fits the terminal: the last column takes the rest of the width and wraps under itself. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], columns: number): string {
  const clean = rows.map((row) => row.map(oneLine));
  const widths = heads.map((head, at) => Math.max(head.length, ...clean.map((row) => (row[at] ?? '').length)));
  const last = heads.length - 1;
  const taken = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  widths[last] = Math.max(20, Math.min(widths[last] ?? 0, columns - taken));
  const line = (cells: readonly string[]): string => {
    const wrapped = wrap(cells[last] ?? '', widths[last] ?? 20);
    const start = cells
      .slice(0, last)
      .map((cell, at) => cell.padEnd((widths[at] ?? 0) + 2))
      .join('');
    return [start + (wrapped[0] ?? ''), ...wrapped.slice(1).map((rest) => ' '.repeat(taken) + rest)]
      .map((text) => text.trimEnd())
      .join('\n');
  };
  return `${[line(heads), line(widths.map((width, at) => '-'.repeat(at === last ? Math.min(width, 40) : width))), ...clean.map(line)].join('\n')}\n`;
}

/** Words broken into lines of at most `width` characters; a longer word keeps its line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const current = lines.at(-1);
    if (current === undefined || current.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${current} ${word}`;
  }
  return lines;
}
