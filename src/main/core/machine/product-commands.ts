/**
 * Every question we may put to a vendor's own program: a closed set, so that neither data nor a recorded file can make
 * Offramp start anything else. All of them only read. Commands that change a licence (`--remove-active-key`, `license /del`)
 * or start a task are never in this table.
 *
 * Sources, seen 2026-11-23: K-LQUERY-12.2, K-APPINFO-11.4, K-APPINFO-12.0, C-CHECKMK (KESL family); K-KESS-KEYS; K-KFL-KEYS;
 * K-KICS-1.3; C-COLLECT (klnagchk).
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
  'klnagchk-64': { files: ['/opt/kaspersky/klnagent64/bin/klnagchk'], arguments: [] },
  'klnagchk-32': { files: ['/opt/kaspersky/klnagent/bin/klnagchk'], arguments: [] },
} as const satisfies Record<string, { readonly files: readonly string[]; readonly arguments: readonly string[] }>;

export type ProductCommand = keyof typeof productCommands;

export const productCommandNames = Object.keys(productCommands) as [ProductCommand, ...ProductCommand[]];

/** Kaspersky's Linux products share one layout; the first file that exists is asked (C-COLLECT, C-CHECKMK-AG, seen 2026-11-23). */
function suite(name: string): readonly string[] {
  return [`/opt/kaspersky/${name}/bin/${name}-control`, `/usr/bin/${name}-control`];
}
