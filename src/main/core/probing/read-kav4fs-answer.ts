import { labelledLines, saidIn } from './labelled-lines';
import { dateIn, keyStateIn, type KeyState } from './licence-words';

/** What `kav4fs-control` says of itself and of its licence. Null is "not said", never a guess. */
export interface Kav4fsAnswer {
  readonly [fact: string]: string | number | boolean | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly expiresOn: string | null;
  readonly daysLeft: number | null;
  readonly keyState: KeyState | null;
}

/**
 * Reads the answers to `-S --app-info` and `--query-status` of Kaspersky Anti-Virus 8 for Linux File Server, from the captured form: labels
 * indented under a heading that is called like one of them (C-MALICE, seen 2026-11-23). The licence's number is never taken. Never throws.
 */
export function readKav4fsAnswer(text: string): Kav4fsAnswer {
  const lines = labelledLines(text);
  const days = saidIn(lines, /^days remaining until expiration$/i);
  return {
    name: saidIn(lines, /^name$/i),
    version: saidIn(lines, /^version$/i),
    expiresOn: dateIn(saidIn(lines, /^(aggregate expiration date|license expire date)$/i)),
    daysLeft: days !== null && /^-?\d{1,5}$/.test(days) ? Number(days) : null,
    keyState: keyStateIn(saidIn(lines, /^license (status|state)$/i)),
  };
}
