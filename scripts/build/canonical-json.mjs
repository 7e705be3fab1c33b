/**
 * The one spelling of a value: keys in code-unit order, no spaces, a final newline. Same value, same bytes, same signature.
 * Refuses what JSON would silently change (undefined, NaN, dates), because a signature must cover what was meant.
 */
export function canonicalJson(value) {
  return `${write(value, '$')}\n`;
}

function write(value, where) {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item, at) => write(item, `${where}[${at}]`)).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const pairs = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${write(value[key], `${where}.${key}`)}`);
    return `{${pairs.join(',')}}`;
  }
  throw new Error(`${where}: ${String(value)} cannot be written as JSON`);
}
