import { laboratorySummary, type PackageContents } from '../package-contents';
import { prermScript, reloadUnits, type RemovalOptions } from './removal';

export interface NetworkAgentOptions extends RemovalOptions {
  readonly version?: string;
  /** Address of the administration server, or null for an agent that belongs to none. Default `ksc.example.org`. */
  readonly server?: string | null;
}

/**
 * The Network Agent: programs in `/opt/kaspersky/klnagent64`, logs in `/var/opt/kaspersky/klnagent` (K-NAG-11.4, C-COLLECT, C-EDRLIST,
 * seen 2026-11-23). [?] Where its unit file lies is not known. Here the package owns it, unlike KESL's, so that both kinds are rehearsed.
 */
export function networkAgent(options: NetworkAgentOptions, callsFile: string): PackageContents {
  const server = options.server === undefined ? 'ksc.example.org' : options.server;
  return {
    name: 'klnagent64',
    version: options.version ?? '15.1.0-20748',
    summary: laboratorySummary,
    depends: ['perl-base'],
    conflicts: [],
    files: [
      { path: `${programs}/bin/klnagchk`, text: klnagchk(server, callsFile), mode: 0o755 },
      { path: `${programs}/sbin/klnagent`, text: '#!/bin/sh\nexit 0\n', mode: 0o755 },
      { path: `${programs}/lib/bin/setup/postinstall.pl`, text: '#!/usr/bin/perl\nexit 0;\n', mode: 0o755 },
      { path: unit, text: unitFile, mode: 0o644 },
    ],
    scripts: {
      postinst: postinst,
      prerm: prermScript('klnagent64', options),
      postrm: postrm(options.leavesBehind ?? false),
    },
    roots: [programs, data, wanted],
  };
}

const programs = '/opt/kaspersky/klnagent64';
const data = '/var/opt/kaspersky/klnagent';
const unit = '/lib/systemd/system/klnagent64.service';
const wanted = '/etc/systemd/system/multi-user.target.wants/klnagent64.service';

/** [?] Only the label `Server address` is documented (C-COLLECT); the other lines, and what an agent without a server prints, are invented. */
function klnagchk(server: string | null, callsFile: string): string {
  const lines = server
    ? `Current device is 'laboratory'\nNetwork Agent settings:\n  Server address: ${server}\n  Use SSL: 1\n  SSL port: 13000`
    : `Current device is 'laboratory'\nNetwork Agent settings:\n  Network Agent is not connected to a server`;
  return `#!/bin/sh\necho "klnagchk $*" >> '${callsFile}' 2>/dev/null || true\ncat <<'END'\n${lines}\nEND\n`;
}

const unitFile = `[Unit]
Description=klnagent64

[Service]
Type=forking
ExecStart=${programs}/sbin/klnagent

[Install]
WantedBy=multi-user.target
`;

const postinst = `#!/bin/sh
set -e
[ "$1" = configure ] || exit 0
mkdir -p ${data}/log
echo 'laboratory stand-in: started' > ${data}/log/klnagent.log
mkdir -p /etc/systemd/system/multi-user.target.wants
ln -sfn ${unit} ${wanted}
${reloadUnits}`;

function postrm(leavesBehind: boolean): string {
  if (leavesBehind) return '#!/bin/sh\nexit 0\n';
  return `#!/bin/sh
set -e
rm -f ${wanted}
if [ "$1" = purge ]; then rm -rf ${data}; fi
for parent in /opt/kaspersky /var/opt/kaspersky; do
  rmdir "$parent" 2>/dev/null || true
done
${reloadUnits}exit 0
`;
}
