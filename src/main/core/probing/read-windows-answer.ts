import type { Finding } from './finding';
import { labelledLines, saidIn } from './labelled-lines';
import { keyStateIn } from './licence-words';

/**
 * What `avp.com LICENSE /CHECK`, `kavshell.exe LICENSE`, `agent.exe --license=show` and `kescli.exe --opswat GetDefinitionState` say
 * (K2, K10, K11, K14, seen 2026-11-23). No sample of their output is known and all are localised, so only what can be told by the
 * word beside a date is taken; the rest stays null, never a guess. Never throws.
 */
export function readWindowsAnswer(text: string): Finding['facts'] {
  const lines = labelledLines(text);
  return {
    // "Days until expiration" may stand before the date itself.
    expiresOn: lines.flatMap(([label, value]) => (expiry.test(label) ? (dayIn(value) ?? []) : []))[0] ?? null,
    daysLeft: wholeNumberIn(saidIn(lines, remaining)),
    licenceKind: saidIn(lines, kind),
    keyState: keyStateIn(saidIn(lines, state)),
    definitionsDate: momentIn(saidIn(lines, definitions)),
  };
}

const expiry = /expir|valid until|истеч|истека|оконч|caduc|vence/iu;
const remaining = /days (left|remaining|until)|remaining days|осталось дней|дней до|días (restantes|hasta)/iu;
const kind = /(licen[cs]e|лицензи).*(type|тип|tipo)|^(type|тип|tipo)\b|тип лицензии|tipo de licencia/iu;
const state =
  /^(?=.*(licen[cs]e|key|лицензи|ключ))(?=.*(status|state|статус|состояние|estado))|^(status|статус|estado)$/iu;
const definitions = /databases?|definitions?|signatures?|баз[аы]?\b|bases de datos/iu;

/** A calendar day in the forms that can be read in one way only: 2027-03-31 and 31.03.2027. With strokes, day and month could be swapped. */
function dayIn(value: string | null): string | null {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value ?? '');
  const dotted = /(?<![\d.])(\d{2})\.(\d{2})\.(\d{4})(?!\d)/.exec(value ?? '');
  const day =
    iso !== null ? `${iso[1]}-${iso[2]}-${iso[3]}` : dotted !== null ? `${dotted[3]}-${dotted[2]}-${dotted[1]}` : null;
  if (day === null) return null;
  const read = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day ? null : day;
}

/** The moment of the definitions; without a zone the day alone is certain enough, and its beginning is taken. */
function momentIn(value: string | null): string | null {
  const day = dayIn(value);
  return day === null ? null : `${day}T00:00:00Z`;
}

const wholeNumberIn = (value: string | null): number | null =>
  value !== null && /^-?\d{1,5}$/.test(value.trim()) ? Number(value.trim()) : null;
