/** Nested messages as one list: dotted key -> text. */
export function flatMessages(messages: unknown, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  if (typeof messages === 'string') return flat.set(prefix, messages);
  if (typeof messages !== 'object' || messages === null) return flat;
  for (const [name, inner] of Object.entries(messages))
    for (const [key, text] of flatMessages(inner, prefix === '' ? name : `${prefix}.${name}`)) flat.set(key, text);
  return flat;
}
