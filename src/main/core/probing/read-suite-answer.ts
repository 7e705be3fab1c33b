import { labelledLines, saidIn } from './labelled-lines';
import { dateIn, dateTimeIn, keyStateIn, type KeyState } from './licence-words';

/** What `*-control --app-info` and `-L --query` say, as far as it could be understood. Null is "not said", never a guess. */
export interface SuiteAnswer {
  readonly [fact: string]: string | number | boolean | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly expiresOn: string | null;
  readonly definitionsDate: string | null;
  readonly keyState: KeyState | null;
  readonly licenceKind: string | null;
  readonly policyApplied: boolean;
}

/**
 * Reads the answer of a KESL-family program whatever its form, in English or Russian, in any order, with unknown lines ignored.
 * Labels: K-APPINFO-11.4, K-APPINFO-12.0, C-CHECKMK, C-GLPI-KESL, C-LICPY, K-LQUERY-12.2, C-ASTRA (seen 2026-11-23). Never throws.
 */
export function readSuiteAnswer(text: string): SuiteAnswer {
  const lines = labelledLines(text);
  const said = (label: RegExp): string | null => saidIn(lines, label);
  const policy = said(/^(policy|политика)$/iu);
  return {
    name: said(/^(name|application name|название( программы| приложения)?)$/iu),
    version: said(/^(version|версия)$/iu),
    expiresOn: dateIn(said(/^(license expiration date|expiration date|дата окончания срока действия( лицензии)?)$/iu)),
    definitionsDate: dateTimeIn(
      said(/^(last release date of databases|дата последнего выпуска баз( программы| приложения)?)$/iu),
    ),
    keyState: keyStateIn(said(/^(key status|license information|статус ключа|информация о лицензии)$/iu)),
    licenceKind: said(/^(license type|тип лицензии)$/iu),
    policyApplied: policy !== null && /^(applied|применена|применяется)$/iu.test(policy),
  };
}
