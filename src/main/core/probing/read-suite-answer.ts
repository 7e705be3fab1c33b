/** What `*-control --app-info` and `-L --query` say, as far as it could be understood. Null is "not said", never a guess. */
export interface SuiteAnswer {
  readonly [fact: string]: string | number | boolean | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly expiresOn: string | null;
  readonly definitionsDate: string | null;
  readonly keyState: 'valid' | 'expired' | 'none' | null;
  readonly licenceKind: string | null;
  readonly policyApplied: boolean;
}

/**
 * Reads the answer of a KESL-family program whatever its form: `Label: value`, `Label=value` or the JSON whose keys are the
 * localised labels, in English or Russian, in any order, with unknown lines ignored. Labels: K-APPINFO-11.4, K-APPINFO-12.0,
 * C-CHECKMK, C-GLPI-KESL, C-LICPY, K-LQUERY-12.2, C-ASTRA (seen 2026-11-23). Never throws.
 */
export function readSuiteAnswer(text: string): SuiteAnswer {
  const lines = labelledLines(text);
  const said = (label: RegExp): string | null => lines.find(([name]) => label.test(name))?.[1] ?? null;
  const expiresOn = dateIn(
    said(/^(license expiration date|expiration date|дата окончания срока действия( лицензии)?)$/iu),
  );
  const state = said(/^(key status|license information|статус ключа|информация о лицензии)$/iu);
  const policy = said(/^(policy|политика)$/iu);
  return {
    name: said(/^(name|application name|название( программы)?)$/iu),
    version: said(/^(version|версия)$/iu),
    expiresOn,
    definitionsDate: dateTimeIn(
      said(/^(last release date of databases|дата последнего выпуска баз( программы| приложения)?)$/iu),
    ),
    keyState: keyStateIn(state),
    licenceKind: said(/^(license type|тип лицензии)$/iu),
    policyApplied: policy !== null && /^(applied|применена|применяется)$/iu.test(policy),
  };
}

function labelledLines(text: string): readonly (readonly [string, string])[] {
  const json = asJson(text);
  if (json !== null) return json;
  return text.split(/\r?\n/).flatMap((line): readonly (readonly [string, string])[] => {
    const parts = /^\s*"?([^:="]{2,80}?)"?\s*[:=]\s*"?(.*?)"?,?\s*$/u.exec(line);
    return parts?.[1] === undefined || parts[2] === undefined || parts[2] === '' ? [] : [[parts[1], parts[2]]];
  });
}

function asJson(text: string): readonly (readonly [string, string])[] | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return flatten(JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

const flatten = (value: unknown): readonly (readonly [string, string])[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([label, inner]) =>
        typeof inner === 'object' ? flatten(inner) : [[label, String(inner)] as const],
      );

const dateIn = (value: string | null): string | null => realDate(/\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0] ?? null);

function realDate(date: string | null): string | null {
  if (date === null) return null;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}

/** The product prints no zone. The vendor's help says UTC for dates with a time (K-APPINFO-11.4); we keep that reading. */
function dateTimeIn(value: string | null): string | null {
  const date = dateIn(value);
  if (date === null) return null;
  const time = /\d{2}:\d{2}:\d{2}/.exec(value ?? '')?.[0] ?? '00:00:00';
  return `${date}T${time}Z`;
}

function keyStateIn(value: string | null): SuiteAnswer['keyState'] {
  if (value === null) return null;
  if (/expired|истек|истёк/iu.test(value)) return 'expired';
  if (/no key|not (added|found|installed)|не добавлен|отсутствует/iu.test(value)) return 'none';
  if (/\bvalid\b|действител|действующ/iu.test(value) && !/invalid|недейств/iu.test(value)) return 'valid';
  return null;
}
