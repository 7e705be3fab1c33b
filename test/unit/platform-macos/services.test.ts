import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOrdinaryUser } from '../../support/as-ordinary-user';
import { binaryPlist, fakeMac, xmlPlist, xmlTexts } from './fake-mac';

const daemon = xmlPlist(
  `<key>Label</key><string>com.kaspersky.example</string>
   <key>Program</key><string>/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav</string>
   <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>`,
);

describe('launchd’s jobs', () => {
  it('are services when only the system could have put them there', async () => {
    const { reader } = fakeMac({
      '/Library/LaunchDaemons/com.kaspersky.example.plist': daemon,
      '/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav': 'Mach-O',
      '/Library/LaunchDaemons/org.example.backup.plist': binaryPlist('launch-daemon'),
      '/Library/LaunchAgents/org.example.off.plist': xmlPlist(
        '<key>Program</key><string>relative/tool</string><key>RunAtLoad</key><true/><key>Disabled</key><true/>',
      ),
      '/Library/LaunchAgents/org.example.bare.plist': xmlPlist(''),
      '/Library/LaunchAgents/org.example.broken.plist': 'no property list',
      '/Library/LaunchAgents/notes.txt': 'no job',
    });

    const answer = await reader.ask('services', {}, 1000);

    const service = { kind: 'service', state: 'unknown' };
    expect(answer).toEqual({
      status: 'ok',
      value: [
        {
          ...service,
          name: 'com.kaspersky.example',
          displayName: 'com.kaspersky.example',
          startsBySelf: true,
          executable: '/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav',
          executableExists: true,
          definedIn: '/Library/LaunchDaemons/com.kaspersky.example.plist',
        },
        {
          ...service,
          name: 'org.example.backup',
          displayName: 'org.example.backup',
          startsBySelf: true,
          executable: '/usr/local/bin/backup',
          executableExists: false,
          definedIn: '/Library/LaunchDaemons/org.example.backup.plist',
        },
        {
          ...service,
          name: 'org.example.bare',
          displayName: 'org.example.bare',
          startsBySelf: false,
          executable: null,
          executableExists: null,
          definedIn: '/Library/LaunchAgents/org.example.bare.plist',
        },
        {
          ...service,
          name: 'org.example.off',
          displayName: 'org.example.off',
          startsBySelf: false,
          executable: 'relative/tool',
          executableExists: null,
          definedIn: '/Library/LaunchAgents/org.example.off.plist',
        },
      ],
    });
  });

  it('are autostarts of a person in a home, and wherever others may write', async () => {
    const { reader, root } = fakeMac({
      '/Library/LaunchDaemons/com.kaspersky.example.plist': { content: daemon, mode: 0o664 },
      '/Users/ana/Library/LaunchAgents/com.kaspersky.kav_agent.plist': xmlTexts({
        Label: 'com.kaspersky.kav_agent',
        Program: '/Users/ana/agent',
      }),
      '/Users/Shared/Library/LaunchAgents/x.plist': daemon,
      '/Library/secret.plist': xmlTexts({ Label: 'secret', Program: '/secret' }),
    });
    chmodSync(join(root, 'Users/ana/Library'), 0o777);
    symlinkSync('/Library/secret.plist', join(root, 'Users/ana/Library/LaunchAgents/link.plist'));

    const [services, autostarts] = await Promise.all([
      reader.ask('services', {}, 1000),
      reader.ask('autostarts', {}, 1000),
    ]);

    expect(services).toEqual({ status: 'ok', value: [] });
    expect(autostarts).toEqual({
      status: 'ok',
      value: [
        {
          name: 'com.kaspersky.example',
          program: '/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav',
          where: '/Library/LaunchDaemons/com.kaspersky.example.plist',
          scope: 'user',
        },
        {
          name: 'com.kaspersky.kav_agent',
          program: '/Users/ana/agent',
          where: '/Users/ana/Library/LaunchAgents/com.kaspersky.kav_agent.plist',
          scope: 'user',
        },
      ],
    });
  });

  it('are known by their files where only root may read them', async () => {
    const { reader, root } = fakeMac({
      '/Library/LaunchDaemons/com.kaspersky.example.plist': { content: daemon, mode: 0o000 },
    });

    const answer = await asOrdinaryUser(root, () => reader.ask('services', {}, 1000));

    expect(answer).toMatchObject({ status: 'ok', value: [{ name: 'com.kaspersky.example', executable: null }] });
  });

  it('are absent where launchd has no folder', async () => {
    expect(await fakeMac({}).reader.ask('services', {}, 1000)).toMatchObject({ status: 'absent' });
    expect(await fakeMac({}).reader.ask('autostarts', {}, 1000)).toEqual({ status: 'ok', value: [] });
  });

  it('are not told at all when one of the folders cannot be read', async () => {
    const { reader } = fakeMac({
      '/Library/LaunchDaemons/com.kaspersky.example.plist': daemon,
      '/Library/LaunchAgents': { link: 'LaunchAgents' },
    });

    expect(await reader.ask('services', {}, 1000)).toMatchObject({ status: 'failed' });
  });
});
