import type { SuiteProduct } from './suite';

/**
 * The documented keys of `[General]` (K-INI-12.2, K-INI-11.3, seen 2026-11-23); the values are invented. PCID and MachineId identify
 * a computer: a recording that holds them has not been redacted.
 */
export function settingsFile(product: SuiteProduct): string {
  return `[General]
Locale=en_US.UTF-8
PackageType=deb
UseFanotify=true
KsvlaMode=no
StartupTraces=no
RevealSensitiveInfoInTraces=no
CoreDumps=no
CoreDumpsPath=/var/opt/kaspersky/${product}/common/dumps
ScanMemoryLimit=8192
PCID=0ff0a3b0-0000-4000-8000-00000000c1d0
MachineId=0ff0a3b0-0000-4000-8000-0000000011d0
SocketPath=/run/bl4control
`;
}

/** The unit's documented content (C-NIX1, C-SIGMA for the script's path, seen 2026-11-23). */
export function unitFile(product: SuiteProduct): string {
  const script = `/var/opt/kaspersky/${product}/install-current/etc/init.d/${product}`;
  return `[Unit]
Description=${product}

[Service]
Type=forking
KillMode=control-group
SendSIGKILL=yes
PIDFile=/var/run/wdserver.pid
ExecStart=${script} start
ExecStop=${script} stop
TimeoutSec=600

[Install]
WantedBy=multi-user.target
`;
}
