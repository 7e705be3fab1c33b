import { chmodSync, chownSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binaryPlist, fakeMac, xmlPlist, xmlTexts } from './fake-mac';

const info = (id: string, name: string, version: string): string =>
  xmlTexts({ CFBundleIdentifier: id, CFBundleName: name, CFBundleShortVersionString: version });

describe('apps and other bundles', () => {
  it('are told from the usual folders, from homes and from the vendor’s own folder, in both forms', async () => {
    const { reader } = fakeMac({
      '/Applications/Kaspersky.app/Contents/Info.plist': binaryPlist('info-of-the-app'),
      '/Applications/Kaspersky.app/Contents/Library/Inner.app/Contents/Info.plist': info(
        'com.example.inner',
        'In',
        '1',
      ),
      '/Applications/Tools/Notes.app/Contents/Info.plist': xmlTexts({
        CFBundleIdentifier: 'org.example.notes',
        CFBundleVersion: '42',
      }),
      '/Applications/Tools/Deeper/Away.app/Contents/Info.plist': info('org.example.away', 'Away', '1'),
      '/Users/ana/Applications/Chess.app/Contents/Info.plist': info('org.example.chess', 'Chess', '3.0'),
      '/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav_agent.app/Contents/Info.plist': info(
        'com.kaspersky.kav_agent',
        'Kaspersky agent',
        '24.0',
      ),
    });

    const answer = await reader.ask('app-bundles', {}, 1000);

    expect(answer).toEqual({
      status: 'ok',
      value: [
        {
          path: '/Applications/Kaspersky.app',
          id: 'com.kaspersky.kav',
          name: 'Kaspersky',
          version: '24.0.0',
          ownedBySystem: true,
        },
        {
          path: '/Applications/Tools/Notes.app',
          id: 'org.example.notes',
          name: 'Notes',
          version: '42',
          ownedBySystem: true,
        },
        {
          path: '/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav_agent.app',
          id: 'com.kaspersky.kav_agent',
          name: 'Kaspersky agent',
          version: '24.0',
          ownedBySystem: true,
        },
        {
          path: '/Users/ana/Applications/Chess.app',
          id: 'org.example.chess',
          name: 'Chess',
          version: '3.0',
          ownedBySystem: true,
        },
      ],
    });
  });

  it('are the system’s word only when nobody else may change who they say they are', async () => {
    const app = '/Applications/Kaspersky.app/Contents/Info.plist';
    const trusted = async (change: (root: string) => void): Promise<boolean | null> => {
      const { reader, root } = fakeMac({ [app]: binaryPlist('info-of-the-app') });
      change(root);
      const answer = await reader.ask('app-bundles', {}, 1000);
      return answer.status === 'ok' ? (answer.value[0]?.ownedBySystem ?? null) : null;
    };

    expect(await trusted((root) => chmodSync(join(root, 'Applications'), 0o775))).toBe(true);
    expect(await trusted((root) => chmodSync(join(root, 'Applications'), 0o777))).toBe(false);
    expect(await trusted((root) => chmodSync(join(root, app), 0o664))).toBe(false);
    expect(await trusted((root) => chmodSync(join(root, app), 0o646))).toBe(false);
  });

  // Only root can give a file to somebody else.
  it.runIf(process.geteuid?.() === 0)('are a person’s word when a person dragged them into place', async () => {
    const app = '/Applications/Kaspersky.app';
    const { reader, root } = fakeMac({ [`${app}/Contents/Info.plist`]: binaryPlist('info-of-the-app') });
    chownSync(join(root, app), 501, 20);

    const answer = await reader.ask('app-bundles', {}, 1000);

    expect(answer.status === 'ok' && answer.value.map(({ ownedBySystem }) => ownedBySystem)).toEqual([false]);
  });

  it('are left out when nothing says who they are, and the others are still told', async () => {
    const { reader, root } = fakeMac({
      '/Applications/Broken.app/Contents/Info.plist': '<plist><dict>',
      '/Applications/Empty.app/Contents/MacOS/Empty': '',
      '/Applications/Nameless.app/Contents/Info.plist': xmlTexts({ CFBundleName: 'Nameless' }),
      '/Applications/Large.app/Contents/Info.plist': `<!--${'x'.repeat(5 * 1024 * 1024)}-->`,
      '/Applications/Linked.app': { link: '/Applications/Fine.app' },
      '/Applications/File.app': 'no folder',
      '/Applications/Fine.app/Contents/Info.plist': info('org.example.fine', 'Fine', '1'),
      '/Applications/Odd.app/Contents/Info.plist': xmlPlist('<key>CFBundleIdentifier</key><integer>7</integer>'),
      '/Applications/Piped.app/Contents/x': '',
    });
    execFileSync('mkfifo', [join(root, 'Applications/Piped.app/Contents/Info.plist')]);

    const answer = await reader.ask('app-bundles', {}, 2000);

    expect(answer.status === 'ok' && answer.value.map(({ id }) => id)).toEqual(['org.example.fine']);
  });

  it('are absent where there is no folder for them', async () => {
    const { reader } = fakeMac({ '/Users/ana/Applications/A.app/Contents/Info.plist': info('a.b', 'A', '1') });

    expect(await reader.ask('app-bundles', {}, 1000)).toMatchObject({ status: 'absent' });
  });
});

describe('receipts of the installer', () => {
  it('are told in both forms, and malformed ones left out', async () => {
    const { reader } = fakeMac({
      '/private/var/db/receipts/com.kaspersky.klnagent.core.plist': binaryPlist('receipt-of-the-agent'),
      '/private/var/db/receipts/com.kaspersky.klnagent.core.bom': 'BOMStore',
      '/private/var/db/receipts/org.example.notes.plist': xmlPlist(
        `<key>PackageIdentifier</key><string>org.example.notes</string>
         <key>InstallPrefixPath</key><string>Applications</string>
         <key>InstallDate</key><date>2025-12-24T08:00:00Z</date>`,
      ),
      '/private/var/db/receipts/org.example.other.plist': binaryPlist('receipt-in-cyrillic'),
      '/private/var/db/receipts/org.example.torn.plist': binaryPlist('receipt-of-the-agent').subarray(0, 60),
      '/private/var/db/receipts/org.example.list.plist': '<plist version="1.0"><array/></plist>',
    });

    const answer = await reader.ask('install-receipts', {}, 1000);

    expect(answer).toEqual({
      status: 'ok',
      value: [
        {
          id: 'com.kaspersky.klnagent.core',
          version: '15.1.0.20748',
          installedAt: '2026-03-02T09:30:00.000Z',
          location: '/',
        },
        { id: 'org.example.notes', version: '', installedAt: '2025-12-24T08:00:00.000Z', location: '/Applications' },
        {
          id: 'org.example.заметки',
          version: '1.2',
          installedAt: '2025-01-05T08:00:00.000Z',
          location: '/Applications',
        },
      ],
    });
  });

  it('are absent where the system keeps none', async () => {
    expect(await fakeMac({}).reader.ask('install-receipts', {}, 1000)).toMatchObject({ status: 'absent' });
  });
});

describe('system extensions', () => {
  const db = '/Library/SystemExtensions/db.plist';

  it('are told with their team, version and state in the system’s own words', async () => {
    const { reader } = fakeMac({ [db]: binaryPlist('system-extensions') });

    expect(await reader.ask('system-extensions', {}, 1000)).toEqual({
      status: 'ok',
      value: [
        { id: 'com.kaspersky.kav.sysext', teamId: '2Y8XE5CQ94', version: '12.1.0', state: 'activated_enabled' },
        {
          id: 'com.example.filter',
          teamId: 'ABCDE12345',
          version: '7',
          state: 'terminated_waiting_to_uninstall_on_reboot',
        },
      ],
    });
  });

  it('make a restart due when one waits for it', async () => {
    const waiting = fakeMac({ [db]: binaryPlist('system-extensions') }, { environment: { SSH_TTY: '/dev/ttys001' } });
    const none = fakeMac({});

    const answers = await Promise.all([waiting, none].map(({ reader }) => reader.ask('condition', {}, 1000)));

    const unknown = {
      onBattery: null,
      batteryPercent: null,
      safeMode: null,
      installerBusy: null,
      restorePoints: 'not-here',
    };
    expect(answers).toEqual([
      {
        status: 'ok',
        value: { restartPending: ['system extension com.example.filter'], remoteSession: true, ...unknown },
      },
      { status: 'ok', value: { restartPending: [], remoteSession: null, ...unknown } },
    ]);
  });

  it('are not told from a list that is damaged, and absent without one', async () => {
    expect(await fakeMac({ [db]: 'bplist00' }).reader.ask('system-extensions', {}, 1000)).toMatchObject({
      status: 'failed',
    });
    expect(await fakeMac({}).reader.ask('system-extensions', {}, 1000)).toMatchObject({ status: 'absent' });
  });
});

describe('device profiles', () => {
  const policy = xmlPlist(
    `<key>AllowedSystemExtensions</key>
     <dict><key>2Y8XE5CQ94</key><array><string>com.kaspersky.kav.sysext</string></array></dict>
     <key>AllowedTeamIdentifiers</key><array><string>ABCDE12345</string><integer>3</integer></array>`,
  );

  it('are told from the settings in force and from profiles, with what they allow', async () => {
    const { reader } = fakeMac({
      '/Library/Managed Preferences/com.apple.system-extension-policy.plist': policy,
      '/Library/Managed Preferences/ana/com.apple.TCC.configuration-profile-policy.plist': xmlPlist(
        `<key>Services</key><dict><key>SystemPolicyAllFiles</key><array>
           <dict><key>Identifier</key><string>com.kaspersky.kav.sysext</string><key>Allowed</key><true/></dict>
           <dict><key>Identifier</key><string>org.example.refused</string><key>Allowed</key><false/></dict>
         </array></dict>`,
      ),
      '/Library/Managed Preferences/com.apple.dock.plist': xmlPlist('<key>autohide</key><true/>'),
      '/Library/Managed Preferences/broken.plist': '<plist>',
      '/private/var/db/ConfigurationProfiles/Settings/fleet.plist': xmlPlist(
        `<key>PayloadIdentifier</key><string>org.example.fleet.security</string>
         <key>PayloadDisplayName</key><string>Security software</string>
         <key>PayloadOrganization</key><string>Example Widgets</string>
         <key>PayloadContent</key><array>
           <dict><key>PayloadType</key><string>com.apple.webcontent-filter</string>
             <key>FilterDataProviderBundleIdentifier</key><string>com.kaspersky.kav.sysext</string></dict>
           <dict><key>PayloadType</key><string>com.apple.servicemanagement</string>
             <key>Rules</key><array><dict><key>RuleType</key><string>TeamIdentifier</string>
             <key>RuleValue</key><string>2Y8XE5CQ94</string></dict></array></dict>
         </array>`,
      ),
    });

    const answer = await reader.ask('device-profiles', {}, 1000);

    expect(answer).toEqual({
      status: 'ok',
      value: [
        {
          id: 'com.apple.dock',
          name: 'com.apple.dock',
          organization: null,
          payloadTypes: ['com.apple.dock'],
          allows: [],
        },
        {
          id: 'com.apple.system-extension-policy',
          name: 'com.apple.system-extension-policy',
          organization: null,
          payloadTypes: ['com.apple.system-extension-policy'],
          allows: ['ABCDE12345', '2Y8XE5CQ94', 'com.kaspersky.kav.sysext'],
        },
        {
          id: 'com.apple.TCC.configuration-profile-policy',
          name: 'com.apple.TCC.configuration-profile-policy',
          organization: null,
          payloadTypes: ['com.apple.TCC.configuration-profile-policy'],
          allows: ['com.kaspersky.kav.sysext'],
        },
        {
          id: 'org.example.fleet.security',
          name: 'Security software',
          organization: 'Example Widgets',
          payloadTypes: ['com.apple.webcontent-filter', 'com.apple.servicemanagement'],
          allows: ['com.kaspersky.kav.sysext', '2Y8XE5CQ94'],
        },
      ],
    });
  });

  it('are none on a Mac that nobody manages, and never what others may write to', async () => {
    const { reader, root } = fakeMac({
      '/Library/Managed Preferences/com.apple.system-extension-policy.plist': policy,
    });
    chmodSync(join(root, 'Library/Managed Preferences'), 0o777);

    expect(await fakeMac({}).reader.ask('device-profiles', {}, 1000)).toEqual({ status: 'ok', value: [] });
    expect(await reader.ask('device-profiles', {}, 1000)).toEqual({ status: 'ok', value: [] });
  });
});
