import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/main/core/machine/answer';
import type { Given, Gives, Question } from '../../../src/main/core/machine/questions';
import type { InsideRequest } from './ask-inside';
import { bundleForWindows } from './bundle-for-windows';
import { buildMsi, type MsiRecipe } from './build-msi';
import { colleaguesHive, reach, waiting } from './registry/reach';
import { taskFiles } from './task-files';
import { WineLab } from './wine-lab';

const available = WineLab.available();

/** The questions about how software reaches into a computer and in what condition it is, each from planted keys, files and packages. */
describe.skipIf(!available.ok)(`what reaches into Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('reach');
  let bundle: Awaited<ReturnType<typeof bundleForWindows>>;

  beforeAll(async () => {
    bundle = await bundleForWindows(path.join(import.meta.dirname, 'ask-inside.ts'));
    await lab.fresh();
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await bundle.remove();
  });

  /** Asks several things in one run of Windows' node.exe, in order. */
  async function askAll(
    questions: readonly { readonly question: Question; readonly given: object }[],
    holding?: string,
  ): Promise<readonly Answer<unknown>[]> {
    const request = { questions, ...(holding === undefined ? {} : { holding }) } as InsideRequest;
    const run = await lab.runNode(bundle.file, [JSON.stringify(request)]);
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 0, stderr: '' });
    return JSON.parse(run.stdout) as readonly Answer<unknown>[];
  }

  async function ask<Q extends Question>(question: Q, given: Given<Q>, holding?: string): Promise<Answer<Gives<Q>>> {
    const [answer] = await askAll([{ question, given }], holding);
    return answer as Answer<Gives<Q>>;
  }

  async function plant(): Promise<void> {
    for (const { path: name, content } of taskFiles)
      await lab.addFile(`C:\\windows\\system32\\Tasks\\${name}`, content);
    symlinkSync('.', lab.hostPath('C:\\windows\\system32\\Tasks\\Hostile\\loop'));
    await lab.addFile('C:\\invented\\here.exe', '');
    await lab.addFile('C:\\users\\guest\\NTUSER.DAT', 'no hive at all');
    await lab.importReg(reach);
    await lab.reboot();
    await lab.importReg(colleaguesHive);
  }

  test('answers on a Windows that has nothing', async () => {
    const questions = (
      ['msi-products', 'class-filters', 'network-bindings', 'scheduled-tasks', 'autostarts', 'protection'] as const
    ).map((question) => ({ question, given: {} }));

    const answers = await askAll([...questions, { question: 'built-in-protection', given: {} }]);

    const nothing = { status: 'ok', value: [] };
    const absent = { status: 'absent', reason: 'not there' };
    expect(answers).toEqual([nothing, nothing, absent, nothing, nothing, absent, nothing]);
  });

  test('lists what real packages installed, with their families and the packages kept for removal', async () => {
    for (const recipe of [computers, persons]) {
      await lab.addFile('Z:\\product.msi', await buildMsi(recipe));
      const run = await lab.runExe('msiexec.exe', ['/i', 'Z:\\product.msi', '/qn', '/norestart']);
      expect(run.exitCode).toBe(0);
    }

    const answer = await ask('msi-products', {});

    const shown = ({ productCode, upgradeCode, name, version, manufacturer, scope }: MsiRecipe) => ({
      productCode,
      upgradeCode,
      name,
      version,
      publisher: manufacturer,
      perUser: scope === 'perUser',
      cachedPackage: expect.stringMatching(/^C:\\windows\\Installer\\\w+\.msi$/i) as string,
      cachedPackageExists: true,
    });
    expect(answer).toEqual({
      status: 'ok',
      value: expect.arrayContaining([shown(computers), shown(persons)]) as unknown,
    });
    expect(answer.status === 'ok' && answer.value).toHaveLength(2);
  });

  test('says when the package kept for removal is gone, and nothing of a product that was removed', async () => {
    const cached = 'C:\\windows\\Installer';
    const before = await ask('msi-products', {});
    const kept = before.status === 'ok' ? before.value.find(({ perUser }) => !perUser)?.cachedPackage : null;
    await lab.runExe('cmd.exe', ['/c', 'del', String(kept)]);

    const gone = await ask('msi-products', {});
    await lab.runExe('msiexec.exe', ['/x', persons.productCode, '/qn', '/norestart']);
    const after = await ask('msi-products', {});

    expect(kept).toMatch(new RegExp(`^${cached.replaceAll('\\', '\\\\')}`, 'i'));
    expect(gone.status === 'ok' && gone.value.find(({ perUser }) => !perUser)).toMatchObject({
      cachedPackage: kept,
      cachedPackageExists: false,
    });
    expect(after.status === 'ok' && after.value.map(({ productCode }) => productCode)).toEqual([computers.productCode]);
  });

  describe('with planted keys and files', () => {
    beforeAll(plant, 120_000);

    test('reads filters of device classes, and passes over values that are no names', async () => {
      const answer = await ask('class-filters', {});

      expect(answer).toEqual({
        status: 'ok',
        value: [
          {
            classId: '{4D36E96B-E325-11CE-BFC1-08002BE10318}',
            className: 'Keyboard',
            position: 'upper',
            filters: ['inventedkbd', 'kbdclass'],
          },
          { classId: mouse, className: '', position: 'upper', filters: ['onemou'] },
          { classId: mouse, className: '', position: 'lower', filters: ['lowmou'] },
        ],
      });
    });

    test('reads components bound to the network with their drivers', async () => {
      const answer = await ask('network-bindings', {});

      expect(answer).toEqual({
        status: 'ok',
        value: [
          { componentId: 'inv_lwf', description: 'Invented Filter', service: 'InventedLwf' },
          { componentId: 'inv_plain', description: '', service: null },
        ],
      });
    });

    test('reads tasks of every folder in both encodings, and skips what is malformed, huge or goes in circles', async () => {
      const answer = await ask('scheduled-tasks', {});

      const two = '\\Invented Vendor\\Deeper\\Two programs';
      expect(answer.status === 'ok' && [...answer.value].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
        { path: '\\Hostile\\Deep', program: null, enabled: true },
        { path: '\\Invented Updater', program: 'C:\\Program Files\\Invented\\updater.exe', enabled: true },
        { path: two, program: 'C:\\Program Files\\Invented\\first one.exe', enabled: false },
        { path: two, program: 'C:\\Invented\\Ж.cmd', enabled: false },
        { path: '\\Invented Vendor\\No program', program: null, enabled: true },
      ]);
    });

    test('reads Run keys of both views and of the person, and Startup folders with real shortcuts', async () => {
      const startup = 'Microsoft\\Windows\\Start Menu\\Programs\\StartUp';
      await lab.addFile(`C:\\ProgramData\\${startup}\\invented.cmd`, '');
      await lab.addFile(`C:\\ProgramData\\${startup}\\desktop.ini`, '');
      await lab.addFile('Z:\\shortcut.js', shortcutScript);
      const own = 'C:\\users\\tester\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\StartUp';
      await lab.addFile(`${own}\\broken.lnk`, 'no shortcut');
      await lab.runExe('cscript.exe', ['Z:\\shortcut.js', `${own}\\Own.lnk`, 'C:\\invented\\here.exe']);

      const answer = await ask('autostarts', {});

      const run = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run';
      const entries = answer.status === 'ok' ? answer.value : [];
      expect(entries.map(({ name, program, where, scope }) => [name, program, where.toLowerCase(), scope])).toEqual(
        [
          ['Invented Tray', 'C:\\Program Files\\Invented\\tray.exe', `HKLM64\\${run}`, 'system'],
          ['Odd', null, `HKLM64\\${run}`, 'system'],
          ['Invented 32', 'C:\\windows\\invented 32.exe', `HKLM32\\${run}`, 'system'],
          ['Own Tray', 'C:\\users\\tester\\own.exe', `HKCU64\\${run}`, 'user'],
          [
            'invented.cmd',
            expect.stringMatching(/invented\.cmd$/),
            `C:\\ProgramData\\${startup}\\invented.cmd`,
            'system',
          ],
          ['broken.lnk', null, `${own}\\broken.lnk`, 'user'],
          ['Own.lnk', 'C:\\invented\\here.exe', `${own}\\Own.lnk`, 'user'],
        ].map(([name, program, where, scope]) => [name, program, String(where).toLowerCase(), scope]),
      );
    });

    test('reads what Security Center has registered, ghosts too, and passes over what has no name', async () => {
      const answer = await ask('protection', {});

      const seenBy = 'registry of Security Center (HKLM\\SOFTWARE\\Microsoft\\Security Center\\Provider\\Av)';
      expect(answer).toEqual({
        status: 'ok',
        value: [
          { name: 'Invented Antivirus', state: 'on', definitions: 'old', ghost: false, seenBy },
          { name: 'Gone Antivirus', state: 'off', definitions: 'current', ghost: true, seenBy },
          { name: 'Windows Defender', state: 'on', definitions: 'current', ghost: false, seenBy },
          { name: 'Odd Antivirus', state: 'unknown', definitions: 'unknown', ghost: false, seenBy },
        ],
      });
    });

    test('judges Defender from its service, settings, policies and the age of its definitions', async () => {
      const answer = await ask('built-in-protection', {});

      expect(answer).toEqual({
        status: 'ok',
        value: [
          {
            name: 'Windows Defender',
            state: 'off',
            offByPolicy: true,
            definitionsDate: '2026-11-20T08:00:00.000Z',
            seenBy:
              'HKLM\\SOFTWARE\\Microsoft\\Windows Defender, its policies and the service WinDefend: ' +
              'service stopped, disabled 1, policyRealTimeDisabled 1',
          },
        ],
      });
    });

    test('lists people and reads the hive of somebody else who is signed in', async () => {
      const [people, hive] = await askAll([
        { question: 'user-profiles', given: {} },
        {
          question: 'registry-tree',
          given: { root: 'HKU', view: 64, path: 'S-1-5-21-0-0-0-1002\\SOFTWARE\\Microsoft', depth: 6 },
        },
      ]);

      const named = (name: string, rid: number, hiveReadable: boolean) => ({
        name,
        folder: expect.stringMatching(new RegExp(`^C:\\\\users\\\\${name}$`)) as string,
        sid: `S-1-5-21-0-0-0-${rid}`,
        hiveReadable,
      });
      expect(people?.status === 'ok' && people.value).toEqual([
        named('tester', 1000, true),
        named('guest', 1001, true),
        named('colleague', 1002, true),
        named('nobody', 1005, false),
      ]);
      expect(JSON.stringify(hive)).toContain('Invented Notes');
    });

    test('never opens the hive of somebody who is not signed in, and leaves no copy of it behind', async () => {
      const file = lab.hostPath('C:\\users\\guest\\NTUSER.DAT');
      const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex');
      const before = digest();
      const tree = (sid: string) =>
        ({ question: 'registry-tree', given: { root: 'HKU', view: 64, path: `${sid}\\SOFTWARE`, depth: 1 } }) as const;

      const answers = await askAll([
        tree('S-1-5-21-0-0-0-1001'),
        tree('S-1-5-21-0-0-0-1005'),
        tree('S-1-5-21-9-9-9-9'),
      ]);

      // Wine opens no hive file at all; Windows says that this one is none. Both are failures and never "nothing there".
      expect(answers.map(({ status }) => status)).toEqual(['failed', 'absent', 'absent']);
      expect(digest()).toBe(before);
      expect(readdirSync(lab.hostPath('C:\\users\\guest'))).toEqual(['NTUSER.DAT']);
      expect(readdirSync(lab.hostPath('C:\\windows\\Temp'))).toEqual([]);
    });

    test('says that nothing is pending, and everything that is', async () => {
      const before = await ask('condition', {});
      await lab.importReg(`${waiting}\n${pendingDeletion}`);
      const after = await ask('condition', {});

      const usual = { remoteSession: false, onBattery: false, batteryPercent: null, safeMode: false };
      expect(before).toEqual({
        status: 'ok',
        value: { ...usual, restartPending: [], installerBusy: false, restorePoints: 'unknown' },
      });
      expect(after).toEqual({
        status: 'ok',
        value: {
          ...usual,
          restartPending: [
            'CBS RebootPending',
            'WindowsUpdate RebootRequired',
            'PendingFileRenameOperations',
            'PendingFileRenameOperations2',
          ],
          installerBusy: true,
          restorePoints: 'on',
        },
      });
    });

    test('knows by its mutex that an installer is at work', async () => {
      await lab.runExe('reg.exe', [
        'delete',
        'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress',
        '/f',
      ]);

      const free = await ask('condition', {});
      const busy = await ask('condition', {}, 'Global\\_MSIExecute');

      expect([free, busy]).toMatchObject([{ value: { installerBusy: false } }, { value: { installerBusy: true } }]);
    });

    test('trusts no place of a Windows in which one account owns everything', async () => {
      const places = [
        'C:\\Program Files',
        'C:\\windows\\system32\\kernel32.dll',
        'C:\\',
        'Z:\\',
        'C:\\windows\\..\\windows',
      ];

      const answers = await askAll(places.map((place) => ({ question: 'path', given: { path: place } })));

      expect(answers.map((answer) => answer.status === 'ok' && answer.value)).toEqual(
        places.map(() => expect.objectContaining({ ownedBySystem: false }) as unknown),
      );
    });
  });
});

const computers: MsiRecipe = {
  productCode: '{0FF4A3B1-1234-4ABC-8DEF-0123456789AB}',
  upgradeCode: '{0FF4A3B1-5678-4CBA-9FED-BA9876543210}',
  name: 'Invented Notes',
  version: '1.2.3',
  manufacturer: 'Invented Software GmbH',
  scope: 'perMachine',
};
const persons: MsiRecipe = {
  ...computers,
  productCode: '{0FF4A3B2-1234-4ABC-8DEF-0123456789AB}',
  upgradeCode: '{0FF4A3B2-5678-4CBA-9FED-BA9876543210}',
  name: 'Invented Drawing',
  scope: 'perUser',
};

const mouse = '{4D36E96F-E325-11CE-BFC1-08002BE10318}';

/** A hole, as others leave behind, and then a file to delete. The usual reading of a list would end at once. */
const pendingDeletion = `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager]
"PendingFileRenameOperations"=hex(7):${Buffer.from('\0\0\\??\\C:\\old.txt\0\0\0', 'utf16le')
  .toString('hex')
  .replace(/..(?=.)/g, '$&,')}
`;

const shortcutScript = `var shortcut = WScript.CreateObject("WScript.Shell").CreateShortcut(WScript.Arguments(0));
shortcut.TargetPath = WScript.Arguments(1);
shortcut.Save();
`;
