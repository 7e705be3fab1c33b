/**
 * Every question we may put to a vendor's own program: a closed set, so that neither data nor a recorded file can make
 * Offramp start anything else. All of them only read. Commands that change a licence (`--remove-active-key`, `license /del`)
 * or start a task are never in this table.
 *
 * Sources, seen 2026-11-23: K-LQUERY-12.2, K-APPINFO-11.4, K-APPINFO-12.0, C-CHECKMK (KESL family); K-KESS-KEYS; K-KFL-KEYS;
 * K-KICS-1.3; C-COLLECT (klnagchk); C-MALICE (kav4fs, captured); K-KLMS (mail server); K2, K10, K11, K14 (Windows).
 */
export const productCommands = {
  'kesl-app-info': { files: suite('kesl'), arguments: ['--app-info'] },
  'kesl-licence': { files: suite('kesl'), arguments: ['-L', '--query'] },
  'kess-app-info': { files: suite('kess'), arguments: ['--app-info'] },
  'kess-licence': { files: suite('kess'), arguments: ['-L', '--query'] },
  'kics-app-info': { files: suite('kics'), arguments: ['--app-info'] },
  'kics-licence': { files: suite('kics'), arguments: ['-L', '--query'] },
  'kfl-app-info': { files: suite('kfl'), arguments: ['--app-info'] },
  'kfl-licence': { files: suite('kfl'), arguments: ['-L', '--query'] },
  'kav4fs-app-info': { files: ['/opt/kaspersky/kav4fs/bin/kav4fs-control'], arguments: ['-S', '--app-info'] },
  'kav4fs-query-status': { files: ['/opt/kaspersky/kav4fs/bin/kav4fs-control'], arguments: ['--query-status'] },
  'klms-keys': { files: ['/opt/kaspersky/klms/bin/klms-control'], arguments: ['-l', '--get-installed-keys'] },
  'klnagchk-64': { files: ['/opt/kaspersky/klnagent64/bin/klnagchk'], arguments: [] },
  'klnagchk-32': { files: ['/opt/kaspersky/klnagent/bin/klnagchk'], arguments: [] },
  'kes-windows-licence': {
    // The first version known to have /CHECK is 12.11; what an older one would make of it is not known (K2, one source).
    below: { folder: '^KES\\.(12\\.(1[1-9]|[2-9]\\d)|1[3-9])(\\.|$)', program: 'avp.com' },
    arguments: ['LICENSE', '/CHECK'],
  },
  'kes-windows-definitions': {
    below: { folder: '^KES\\.1[1-9]\\.', program: 'kescli.exe' },
    arguments: ['--opswat', 'GetDefinitionState'],
  },
  'ksws-licence': {
    below: {
      folder: '^Kaspersky (Security for Windows Server|Embedded Systems Security)',
      program: 'kavshell.exe',
    },
    arguments: ['LICENSE'],
  },
  'endpoint-agent-licence': {
    below: { folder: '^Endpoint Agent$', program: 'agent.exe' },
    arguments: ['--license=show'],
  },
} as const satisfies Record<string, LinuxCommand | WindowsCommand>;

/** The first of these files that exists is asked. */
interface LinuxCommand {
  readonly files: readonly string[];
  readonly arguments: readonly string[];
}

/**
 * A program in a folder directly below `Kaspersky Lab` in one of the Program Files folders, whose name carries the version:
 * `folder` is a case-insensitive pattern for it. All of these want an administrator (K2, K11, K14).
 */
interface WindowsCommand {
  readonly below: { readonly folder: string; readonly program: string };
  readonly arguments: readonly string[];
}

export type ProductCommand = keyof typeof productCommands;

export const productCommandNames = Object.keys(productCommands) as [ProductCommand, ...ProductCommand[]];

/** Kaspersky's Linux products share one layout; the first file that exists is asked (C-COLLECT, C-CHECKMK-AG, seen 2026-11-23). */
function suite(name: string): readonly string[] {
  return [`/opt/kaspersky/${name}/bin/${name}-control`, `/usr/bin/${name}-control`];
}
