/** What must not be readable in anything we write: names of people and computers on this machine. */
export interface Private {
  readonly userNames: readonly string[];
  readonly hostName: string | null;
}

/**
 * A function that takes private words out of a text: user names become `user-1`, `user-2` …, the computer's name `this-computer`,
 * licence keys (4-6-8 hex digits) and activation codes (5-5-5-5) keep their last three characters (C-ASTRA, K2, seen 2026-11-23).
 */
export function redactor(hidden: Private): (text: string) => string {
  const users = [...hidden.userNames]
    .filter((name) => name.length >= 2 && !sharedAccounts.has(name))
    .sort((a, b) => b.length - a.length)
    .map((name, at) => ({ pattern: word(name), replacement: `user-${at + 1}` }));
  const host =
    hidden.hostName === null || hidden.hostName.length < 2 || hidden.hostName === 'localhost'
      ? []
      : [{ pattern: word(hidden.hostName), replacement: 'this-computer' }];
  const names = [...users, ...host];
  return (text) =>
    maskKeys(names.reduce((redacted, { pattern, replacement }) => redacted.replace(pattern, replacement), text));
}

/** The same for every text inside a JSON value; numbers, booleans and the names of fields stay. */
export function redactValue<T>(value: T, redact: (text: string) => string): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => redactValue(item, redact)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [redact(name), redactValue<unknown>(inner, redact)]),
  ) as T;
}

/** Accounts that every computer has; their names tell nothing about anybody. */
const sharedAccounts = new Set([
  'root',
  'nobody',
  'daemon',
  'Administrator',
  'Public',
  'Default',
  'DefaultAccount',
  'SYSTEM',
]);

const word = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');

const maskKeys = (text: string): string =>
  text
    .replace(/\b[0-9A-F]{4}-[0-9A-F]{6}-[0-9A-F]{5}([0-9A-F]{3})\b/gi, '****-******-*****$1')
    .replace(/\b(?:[0-9A-Z]{5}-){3}[0-9A-Z]{2}([0-9A-Z]{3})\b/g, '*****-*****-*****-**$1');
