import { laboratorySummary, type PackageContents } from '../package-contents';
import { prermScript, type RemovalOptions } from './removal';
import { payloadFolder } from './versions';

export interface SuiteGuiOptions extends Omit<RemovalOptions, 'leavesBehind'> {
  readonly version?: string;
}

/**
 * KESL's window. Its payload shares kesl's folder and it needs kesl (K-DEPLOY-11.4, C-AUR-GUI, seen 2026-11-23). [?] The program's
 * place is by analogy. It has no `postrm`, so after a plain removal dpkg forgets it at once: no state `rc`.
 */
export function suiteGui(options: SuiteGuiOptions): PackageContents {
  const version = options.version ?? '12.2.0-2412';
  const payload = `/var/opt/kaspersky/kesl/${payloadFolder(version)}/opt/kaspersky/kesl/libexec/kesl-gui`;
  const program = '/opt/kaspersky/kesl/libexec/kesl-gui';
  return {
    name: 'kesl-gui',
    version,
    summary: laboratorySummary,
    depends: ['kesl'],
    conflicts: [],
    files: [{ path: payload, text: '#!/bin/sh\necho "kesl-gui stand-in: no window here"\n', mode: 0o755 }],
    scripts: {
      postinst: `#!/bin/sh\nset -e\nmkdir -p /opt/kaspersky/kesl/libexec\ncp -a ${payload} ${program}\n`,
      prerm: prermScript('kesl-gui', options, `rm -f ${program}\n`),
    },
    roots: [program],
  };
}
