/** One line of the command's answer: a heading of a section, or a label with its value. */
export type Line = { readonly heading: string } | { readonly label: string; readonly value: string };

/** Labels and values in two columns: values start one space after the longest label (captured form, C-CHECKMK, seen 2026-11-23). */
export function asText(lines: readonly Line[]): string {
  const width = Math.max(...lines.map((line) => ('label' in line ? line.label.length + 2 : 0)));
  return lines
    .map((line) => ('label' in line ? `${line.label}:`.padEnd(width) + line.value : `${line.heading}:`))
    .map((line) => `${line}\n`)
    .join('');
}

/** The localised labels are the keys, one per line (C-ASTRA, seen 2026-11-23). [?] The structure beyond that is not known. */
export function asJson(lines: readonly Line[]): string {
  const pairs = lines.flatMap((line) => ('label' in line ? [[line.label, line.value] as const] : []));
  return `${JSON.stringify(Object.fromEntries(pairs), null, 4)}\n`;
}
