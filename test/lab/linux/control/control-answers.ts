import type { SuiteProduct } from '../packages/suite';
import { applicationLines } from './application-lines';
import { asJson, asText, type Line } from './lines';
import { licenceLines } from './licence-lines';

/**
 * - `english-10`: the captured form of 10.x (C-CHECKMK); `english-12`: the documented order of 12.x (K-APPINFO-12.0)
 * - `russian`: Russian labels, in another order; `json`: JSON even when it was not asked for
 * - `hangs`: 600 seconds, deaf to TERM, HUP and INT; `cut-off`: half the text, ended within a line, exit 0
 * - `exit-64`: the application is not running; `managed`: under a policy; `expired`, `no-key`: as they say
 */
export type ControlMode =
  'english-10' | 'english-12' | 'russian' | 'json' | 'hangs' | 'cut-off' | 'exit-64' | 'managed' | 'expired' | 'no-key';

export interface ControlOptions {
  /** Default `english-12`. */
  readonly mode?: ControlMode;
  /** `YYYY-MM-DD`, the licence's last day. Default 2027-03-31, with `expired` 2026-03-31. */
  readonly expiresOn?: string;
  /** `YYYY-MM-DD HH:MM:SS`, release of the databases. Default 2026-11-20 04:11:00. */
  readonly databasesDate?: string;
  /** `YYYY-MM-DD` from which the printed days left are counted. Default 2026-11-23. */
  readonly asOf?: string;
}

export type ControlAnswer =
  | { readonly kind: 'prints'; readonly text: string; readonly json: string; readonly exitCode: number }
  | { readonly kind: 'hangs' };

export interface ControlAnswers {
  readonly application: ControlAnswer;
  readonly licence: ControlAnswer;
}

/** What the stand-in `<product>-control` answers to `--app-info` and `-L --query`. Exit codes: K-RC-12.2, seen 2026-11-23. */
export function controlAnswers(product: SuiteProduct, version: string, options: ControlOptions): ControlAnswers {
  const mode = options.mode ?? 'english-12';
  const facts: ControlFacts = {
    product,
    version,
    expiresOn: options.expiresOn ?? (mode === 'expired' ? '2026-03-31' : '2027-03-31'),
    databasesDate: options.databasesDate ?? '2026-11-20 04:11:00',
    asOf: options.asOf ?? '2026-11-23',
  };
  const application = applicationLines(mode, facts);
  const licence = licenceLines(mode, facts);
  switch (mode) {
    case 'english-10':
    case 'english-12':
    case 'russian':
    case 'expired':
      return { application: prints(application), licence: prints(licence) };
    case 'json':
      return { application: printsOnlyJson(application), licence: printsOnlyJson(licence) };
    case 'cut-off':
      return { application: printsHalf(application), licence: printsHalf(licence) };
    case 'hangs':
      return { application: { kind: 'hangs' }, licence: { kind: 'hangs' } };
    case 'exit-64':
      return {
        application: refuses('The application is not running', 64),
        licence: refuses('The application is not running', 64),
      };
    case 'managed':
      // [?] That a policy also refuses the query of the licence is an assumption, so that code 68 is met at all.
      return { application: prints(application), licence: refuses('The application is managed by a policy', 68) };
    case 'no-key':
      // Without a key the query ends non-zero (C-ASTRA); [?] which code and which words is not known.
      return { application: prints(application), licence: refuses('No license keys found', 65) };
    default:
      return assertNever(mode);
  }
}

export interface ControlFacts {
  readonly product: SuiteProduct;
  /** With dots only, `12.2.0.2412`. */
  readonly version: string;
  readonly expiresOn: string;
  readonly databasesDate: string;
  readonly asOf: string;
}

function prints(lines: readonly Line[]): ControlAnswer {
  return { kind: 'prints', text: asText(lines), json: asJson(lines), exitCode: 0 };
}

function printsOnlyJson(lines: readonly Line[]): ControlAnswer {
  return { kind: 'prints', text: asJson(lines), json: asJson(lines), exitCode: 0 };
}

function printsHalf(lines: readonly Line[]): ControlAnswer {
  const half = (text: string) => text.slice(0, Math.floor(text.length / 2)).trimEnd();
  return { kind: 'prints', text: half(asText(lines)), json: half(asJson(lines)), exitCode: 0 };
}

function refuses(text: string, exitCode: number): ControlAnswer {
  return { kind: 'prints', text: `${text}\n`, json: `${text}\n`, exitCode };
}

function assertNever(value: never): never {
  throw new Error(`Unknown mode: ${String(value)}`);
}
