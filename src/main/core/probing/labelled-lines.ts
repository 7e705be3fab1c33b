export type LabelledLine = readonly [label: string, value: string];

/**
 * What a product's program says, as labels and values: `Label: value`, `Label=value` or JSON whose keys are the labels. What stands
 * under a heading of a reserve key is left out, because it is not the licence in use. Never throws.
 */
export function labelledLines(text: string): readonly LabelledLine[] {
  const trimmed = text.trim();
  return (trimmed.startsWith('{') ? inJson(trimmed) : null) ?? inLines(trimmed);
}

/** The first of the labels that was said, in the order of the lines. */
export const saidIn = (lines: readonly LabelledLine[], label: RegExp): string | null =>
  lines.find(([name]) => label.test(name))?.[1] ?? null;

function inJson(text: string): readonly LabelledLine[] | null {
  try {
    return flatten(JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

const flatten = (value: unknown): readonly LabelledLine[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([label, inner]): readonly LabelledLine[] =>
        typeof inner !== 'object' ? [[label, String(inner)]] : isReserve(label) ? [] : flatten(inner),
      );

/** A line is cut at its first sign by hand: an expression over a hostile line of a megabyte could take for ever. */
function inLines(text: string): readonly LabelledLine[] {
  const lines: LabelledLine[] = [];
  let skipping = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.length > longestLine) continue;
    const at = line.search(/[:=]/);
    if (at === -1) continue;
    const label = withoutQuotes(line.slice(0, at));
    const value = withoutQuotes(line.slice(at + 1).replace(/,\s*$/, ''));
    if (value === '' || value === '{') skipping = isReserve(label);
    else if (!skipping && label.length >= 2 && label.length <= 80) lines.push([label, value]);
  }
  return lines;
}

const withoutQuotes = (text: string): string => text.trim().replace(/^"|"$/g, '').trim();

const isReserve = (heading: string): boolean => /reserve|additional|резервн|дополнительн/iu.test(heading);

const longestLine = 1_000;
