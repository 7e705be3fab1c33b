/** The calendar day in a value, as it is written there; null when there is none or no such day. */
export function dateIn(value: string | null): string | null {
  const date = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(value ?? '')?.[0];
  if (date === undefined) return null;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}

/** The product prints no zone. The vendor's help says UTC for dates with a time (K-APPINFO-11.4, seen 2026-11-23); we keep that reading. */
export function dateTimeIn(value: string | null): string | null {
  const date = dateIn(value);
  if (date === null) return null;
  const time = /(?<!\d)(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?!\d)/.exec(value ?? '')?.[0] ?? '00:00:00';
  return `${date}T${time}Z`;
}

export type KeyState = 'valid' | 'expired' | 'none';

/** A licence's state from the product's words; anything denied or unknown stays null, so that "not valid" is never read as valid. */
export function keyStateIn(value: string | null): KeyState | null {
  if (value === null) return null;
  if (/no (active )?key|not (added|found|installed)|не добавлен|отсутствует/iu.test(value)) return 'none';
  if (/\bnot\b|n't\b|\binvalid|(^|\s)не\s|недейств/iu.test(value)) return null;
  if (/\bexpired\b|ист[её]к/iu.test(value)) return 'expired';
  return /\bvalid\b|действител|действующ/iu.test(value) ? 'valid' : null;
}
