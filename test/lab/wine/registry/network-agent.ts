import { registryText, type RegistryEntry, type RegistryFixture } from '../registry-text';
import { uninstall32, vendor32 } from './places';
import { serviceEntry } from './service-entry';

export interface NetworkAgentOptions {
  /** Where the console is; '' when the agent was never told. */
  readonly server: string;
  /** `DD-MM-YYYY HH-MM-SS`, UTC. */
  readonly basesDate: string;
}

/**
 * The Network Agent with what it publishes about the protection of its computer (K1, G5, G6, G51; product code G11,
 * upgrade code G10, folder G30, G35; seen 2026-11-23). Versions, dates, host id and server are invented.
 */
export function networkAgent(options: Partial<NetworkAgentOptions> = {}): RegistryFixture {
  const { server, basesDate } = { server: 'console.invented.example', basesDate: '01-09-2026 06-30-00', ...options };
  const code = '{1A7B331A-ABBE-4230-995E-BCD99C5A18CF}';
  const root = 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent';
  const entries: readonly RegistryEntry[] = [
    {
      key: `${uninstall32}\\${code}`,
      values: {
        DisplayName: 'Kaspersky Security Center Network Agent',
        DisplayVersion: '14.2.0.26967',
        Publisher: 'Kaspersky Lab',
        InstallLocation: `${root}\\`,
        UninstallString: `MsiExec.exe /I${code}`,
        WindowsInstaller: 1,
      },
    },
    {
      key: `HKLM\\SOFTWARE\\Classes\\Installer\\UpgradeCodes\\${packed('{B9518725-0B76-4793-A409-C6794442FB50}')}`,
      values: { [packed(code)]: '' },
    },
    {
      key: `${vendor32}\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState`,
      values: {
        Protection_AdmServer: server,
        Protection_NagentVersion: '14.2.0.26967',
        Protection_NagentFullVersion: '14.2.0.26967',
        Protection_HostId: '00000000-aaaa-4bbb-8ccc-0123456789ab',
        Protection_LastConnected: '01-09-2026 07-00-00',
        Protection_LastFscan: '31-08-2026 12-00-00',
        Protection_BasesDate: basesDate,
        Protection_DynamicVM: 0,
        Protection_AvInstalled: 1,
        Protection_AvRunning: 1,
        Protection_HasRtp: 1,
        Protection_RtpState: 7,
      },
    },
    serviceEntry({
      name: 'klnagent',
      displayName: 'Kaspersky Security Center Network Agent',
      imagePath: `"${root}\\klnagent.exe"`,
      start: 'automatic',
    }),
  ];
  return {
    title: 'Kaspersky Security Center Network Agent',
    reg: registryText(entries),
    files: [{ path: `${root}\\klnagent.exe`, content: 'Offramp laboratory stand-in, not the real product.\r\n' }],
  };
}

/** Windows Installer's own spelling of a code: each part reversed, the last two by pairs of digits. */
function packed(code: string): string {
  const [a = '', b = '', c = '', ...rest] = code.slice(1, -1).split('-');
  const reversed = (text: string) => text.split('').reverse().join('');
  return [a, b, c].map(reversed).join('') + rest.join('').replace(/../g, reversed);
}
