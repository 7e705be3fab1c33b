import type { ControlFacts, ControlMode } from './control-answers';
import type { Line } from './lines';

/** The lines of `--app-info` in the form of the mode. */
export function applicationLines(mode: ControlMode, facts: ControlFacts): readonly Line[] {
  switch (mode) {
    case 'english-10':
      return english10(facts);
    case 'russian':
      return russian(facts);
    case 'expired':
      return english12(facts, { licence: 'The key has expired' });
    case 'no-key':
      return english12(facts, { licence: 'N/A', expiry: 'N/A' });
    case 'managed':
      return english12(facts, { policy: 'Applied' });
    case 'english-12':
    case 'json':
    case 'cut-off':
    case 'hangs':
    case 'exit-64':
      return english12(facts, {});
    default:
      return assertNever(mode);
  }
}

/** All sixteen labels in the captured order of 10.1.0.5960 (C-CHECKMK, C-GLPI-KESL, C-LICPY, seen 2026-11-23); values invented. */
function english10({ version, expiresOn, databasesDate }: ControlFacts): readonly Line[] {
  return [
    { label: 'Name', value: 'Kaspersky Endpoint Security 10 SP1 for Linux' },
    { label: 'Version', value: version },
    { label: 'Key status', value: 'Valid' },
    { label: 'License expiration date', value: expiresOn },
    { label: 'Storage state', value: 'No time limit. No size limit' },
    { label: 'Storage space usage', value: 'Storage is empty' },
    { label: 'Last run date of the Scan_My_Computer task', value: 'Never run' },
    { label: 'Last release date of databases', value: databasesDate },
    { label: 'Anti-virus databases loaded', value: 'Yes' },
    { label: 'Anti-virus database records', value: '17291823' },
    { label: 'KSN state', value: 'Off' },
    { label: 'File monitoring', value: 'Available and stopped' },
    { label: 'Integrity monitoring', value: 'Unavailable due to license limitation' },
    { label: 'Firewall Management', value: 'Available and stopped' },
    { label: 'Anti-Cryptor', value: 'Available and stopped' },
    { label: 'Application update state', value: 'No application updates available' },
  ];
}

/**
 * The order of the help pages of 11.4 and 12 (K-APPINFO-11.4, K-APPINFO-12.0, K-KESS-APP, seen 2026-11-23). [?] The wording of `Policy`,
 * `License information` and their values, and the form of date and time, are inferred (K-CONT-12.0).
 */
function english12(
  { product, version, expiresOn, databasesDate }: ControlFacts,
  { policy = 'Not applied', licence = 'The key is valid', expiry = `${expiresOn} 23:59:59` }: Partial<Wording>,
): readonly Line[] {
  return [
    { label: 'Name', value: names[product] },
    { label: 'Version', value: version },
    { label: 'Policy', value: policy },
    { label: 'License information', value: licence },
    { label: 'License expiration date', value: expiry },
    { label: 'Storage state', value: 'No time limit. No size limit' },
    { label: 'Last run date of the Scan_My_Computer task', value: 'Never run' },
    { label: 'Last release date of databases', value: databasesDate },
    { label: 'Anti-virus databases loaded', value: 'Yes' },
    { label: 'KSN state', value: 'Off' },
    { label: 'File Threat Protection', value: 'Available and running' },
    { label: 'Application update state', value: 'No application updates available' },
  ];
}

interface Wording {
  readonly policy: string;
  readonly licence: string;
  readonly expiry: string;
}

/** Documented Russian labels (K-APPINFO-11.4, K-APPINFO-12.0, C-ASTRA, seen 2026-11-23), on purpose not in the documented order. */
function russian({ product, version, expiresOn, databasesDate }: ControlFacts): readonly Line[] {
  return [
    { label: 'Базы приложения загружены', value: 'Да' },
    { label: 'Дата последнего выпуска баз приложения', value: databasesDate },
    { label: 'Дата окончания срока действия лицензии', value: `${expiresOn} 23:59:59` },
    { label: 'Информация о лицензии', value: 'Ключ действителен' },
    { label: 'Политика', value: 'Не применена' },
    { label: 'Версия', value: version },
    { label: 'Название', value: names[product] },
  ];
}

/** [?] The exact wording of the names in 12.x, KESS and the home product is not known. */
const names = {
  kesl: 'Kaspersky Endpoint Security 12.2 for Linux',
  kess: 'Kaspersky Embedded Systems Security 3.3 for Linux',
  kfl: 'Kaspersky for Linux 2.0',
} as const;

function assertNever(value: never): never {
  throw new Error(`Unknown mode: ${String(value)}`);
}
