import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WindowsCertificate } from '../../../src/main/platform/windows/native/certificates';
import type { WindowsProcess } from '../../../src/main/platform/windows/native/processes';
import type { Reading } from '../../../src/main/platform/windows/native/reading';
import type { RegistryKey, RegistryTree } from '../../../src/main/platform/windows/native/registry-shapes';
import type { WindowsService } from '../../../src/main/platform/windows/native/services';
import type { WindowsSystem } from '../../../src/main/platform/windows/native/system';
import { bundleForWindows } from './bundle-for-windows';
import type { ProbeRequest, Race } from './native-probe';
import { consumerProduct } from './registry/consumer-product';
import { endpointSecurity } from './registry/endpoint-security';
import { ebook, hostileUserEntry, microsoftDrivers, operatingSystemSdk } from './registry/look-alikes';
import { networkAgent } from './registry/network-agent';
import { ordinaryPrograms } from './registry/ordinary-programs';
import { personalRoot, personalRootCertificate } from './registry/personal-root';
import { registryText } from './registry-text';
import { WineLab } from './wine-lab';

const available = WineLab.available();
const uninstall = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const kesCode = '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}';

describe.skipIf(!available.ok)(`the native Windows layer${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('native');
  let bundle: Awaited<ReturnType<typeof bundleForWindows>>;

  beforeAll(async () => {
    bundle = await bundleForWindows(path.join(import.meta.dirname, 'native-probe.ts'));
    await lab.fresh();
    await lab.install(consumerProduct(), networkAgent(), endpointSecurity());
    await lab.install(ebook, operatingSystemSdk, hostileUserEntry, microsoftDrivers);
    await lab.importReg(oddValues);
    await lab.reboot();
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await bundle.remove();
  });

  /** Asks several things in one run of Windows' node.exe, in order. */
  async function ask(...requests: readonly ProbeRequest[]): Promise<readonly unknown[]> {
    const run = await lab.runNode(bundle.file, [JSON.stringify(requests)]);
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 0, stderr: '' });
    return JSON.parse(run.stdout) as readonly unknown[];
  }

  async function key(root: 'HKLM' | 'HKCU' | 'HKU', keyPath: string, view: 32 | 64): Promise<Reading<RegistryKey>> {
    const [answer] = await ask({ ask: 'key', root, path: keyPath, view });
    return answer as Reading<RegistryKey>;
  }

  test('reads a 32-bit product in the 32-bit view and not in the 64-bit one', async () => {
    const keyPath = `${uninstall}\\{1A7B331A-ABBE-4230-995E-BCD99C5A18CF}`;

    const [in32, in64, through64] = await ask(
      { ask: 'key', root: 'HKLM', path: keyPath, view: 32 },
      { ask: 'key', root: 'HKLM', path: keyPath, view: 64 },
      { ask: 'key', root: 'HKLM', path: keyPath.replace('SOFTWARE', 'SOFTWARE\\WOW6432Node'), view: 64 },
    );

    expect(in32).toMatchObject({
      status: 'ok',
      value: { values: { WindowsInstaller: { type: 'REG_DWORD', data: 1 } } },
    });
    expect(in64).toEqual({ status: 'absent' });
    expect(through64).toMatchObject({ status: 'ok', value: { values: { Publisher: { data: 'Kaspersky Lab' } } } });
  });

  test('keeps Cyrillic names and quotation marks', async () => {
    const found = await key('HKLM', `${uninstall}\\${kesCode}`, 32);

    expect(found).toMatchObject({
      status: 'ok',
      value: {
        values: {
          DisplayName: { type: 'REG_SZ', data: 'Kaspersky Endpoint Security для Windows' },
          Publisher: { type: 'REG_SZ', data: '"Лаборатория Касперского"' },
        },
      },
    });
  });

  test('decodes every type of value, and odd ones without failing', async () => {
    const found = await key('HKLM', 'SOFTWARE\\Offramp laboratory\\Odd values', 64);

    expect(found).toEqual({
      status: 'ok',
      value: {
        path: 'SOFTWARE\\Offramp laboratory\\Odd values',
        subkeys: ['Second', 'Ключ'],
        values: {
          '': { type: 'REG_SZ', data: 'default value' },
          empty: { type: 'REG_SZ', data: '' },
          expand: { type: 'REG_EXPAND_SZ', data: '%ProgramFiles%\\Ж' },
          multi: { type: 'REG_MULTI_SZ', data: ['klkbdflt2', 'kbdclass', 'Мышь'] },
          'multi empty': { type: 'REG_MULTI_SZ', data: [] },
          binary: { type: 'REG_BINARY', data: '00ff10' },
          'dword largest': { type: 'REG_DWORD', data: 4_294_967_295 },
          'qword beyond 2^53': { type: 'REG_QWORD', data: '133800000000000001' },
          'big endian': { type: 'REG_DWORD_BIG_ENDIAN', data: 258 },
          'short dword': { type: 'REG_DWORD', data: '0102' },
          'text of odd length': { type: 'REG_SZ', data: 'A' },
          'text past a NUL': { type: 'REG_SZ', data: 'A' },
          'lone surrogate': { type: 'REG_SZ', data: '\ud800x' },
          'unknown type': { type: 'REG_UNKNOWN', data: '2a' },
          long: { type: 'REG_SZ', data: 'я'.repeat(20_000) },
          huge: { type: 'too-large', data: 1_200_002 },
          Имя: { type: 'REG_SZ', data: 'значение' },
        },
      },
    });
  });

  test('answers absent for keys that are not there, whatever the root', async () => {
    const answers = await ask(
      { ask: 'key', root: 'HKLM', path: 'SOFTWARE\\KasperskyLab\\None', view: 64 },
      { ask: 'tree', root: 'HKCU', path: 'No\\Such', view: 32, limits: { depth: 3, maxKeys: 10 } },
      { ask: 'last-write', root: 'HKU', path: 'S-1-5-99', view: 64 },
    );

    expect(answers).toEqual([{ status: 'absent' }, { status: 'absent' }, { status: 'absent' }]);
  });

  test('gives a failure as a value when a name could open another key', async () => {
    const found = await key('HKLM', 'SOFTWARE\\Microsoft\0hidden', 64);

    expect(found).toEqual({ status: 'failed', call: 'RegOpenKeyExW', code: 161 });
  });

  test('reads a tree parents first, as deep as asked, and says when it is not all', async () => {
    const at = { root: 'HKLM', path: 'SOFTWARE\\KasperskyLab\\AVP21.3', view: 32 } as const;

    const [whole, flat, cut] = (await ask(
      { ask: 'tree', ...at, limits: { depth: 6, maxKeys: 1000 } },
      { ask: 'tree', ...at, limits: { depth: 1, maxKeys: 1000 } },
      { ask: 'tree', ...at, limits: { depth: 6, maxKeys: 2 } },
    )) as readonly Reading<RegistryTree>[];

    expect(pathsIn(whole)).toEqual([
      at.path,
      `${at.path}\\Data`,
      `${at.path}\\Data\\CrossProductStore`,
      `${at.path}\\environment`,
      `${at.path}\\settings`,
    ]);
    expect(pathsIn(flat)).toEqual([at.path, `${at.path}\\Data`, `${at.path}\\environment`, `${at.path}\\settings`]);
    expect(pathsIn(cut)).toEqual([at.path, `${at.path}\\Data`]);
    expect([whole, flat, cut].map((tree) => tree?.status === 'ok' && tree.value.complete)).toEqual([true, true, false]);
  });

  test("reads a user's hive through HKCU and through its place in HKU", async () => {
    const [mine, users] = (await ask(
      { ask: 'tree', root: 'HKCU', path: uninstall, view: 64, limits: { depth: 1, maxKeys: 100 } },
      { ask: 'key', root: 'HKU', path: '', view: 64 },
    )) as readonly [Reading<RegistryTree>, Reading<RegistryKey>];
    const sid = users.status === 'ok' && users.value.subkeys.find((name) => /^S-1-5-21-[\d-]+$/.test(name));
    const same = await key('HKU', `${String(sid)}\\${uninstall}\\${kesCode}`, 64);

    const hostile = mine.status === 'ok' ? mine.value.keys.find(({ path: at }) => at.endsWith(kesCode)) : undefined;
    expect(hostile?.values['UninstallString']?.data).toContain('C:\\users\\Public\\Kaspersky Lab\\uninstall.exe');
    expect(Object.hasOwn(hostile?.values ?? {}, '__proto__')).toBe(true);
    expect(same).toMatchObject({ status: 'ok', value: { values: hostile?.values } });
  });

  test('tells when a key was last written', async () => {
    const [answer] = (await ask({
      ask: 'last-write',
      root: 'HKLM',
      path: 'SOFTWARE\\Offramp laboratory\\Odd values',
      view: 64,
    })) as readonly Reading<string>[];

    const age = answer?.status === 'ok' ? Date.now() - Date.parse(answer.value) : Number.NaN;
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(10 * 60_000);
  });

  test('lists services and drivers with how they start, what they run and as whom', async () => {
    const [answer] = (await ask({ ask: 'services' })) as readonly Reading<readonly WindowsService[]>[];
    const list = answer?.status === 'ok' ? answer.value : [];
    const named = (name: string) => list.find((service) => service.name === name);

    expect(named('AVP21.3')).toEqual({
      name: 'AVP21.3',
      displayName: 'Kaspersky Anti-Virus Service 21.3',
      kind: 'service',
      typeBits: 16,
      state: 'stopped',
      processId: null,
      config: {
        status: 'ok',
        value: {
          startType: 'automatic',
          imagePath: '"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Security Cloud 21.3\\avp.exe" -r',
          account: 'LocalSystem',
        },
      },
    });
    expect(named('klvssbridge64_21.3')).toMatchObject({ config: { value: { startType: 'manual' } } });
    expect(named('klif')).toMatchObject({
      kind: 'file-system-driver',
      config: {
        status: 'ok',
        value: { startType: 'boot', imagePath: expect.stringContaining('klif.sys') as string },
      },
    });
    expect(named('KslD')).toMatchObject({ kind: 'driver', config: { value: { startType: 'manual' } } });
    expect(named('dam')).toMatchObject({ kind: 'driver', config: { value: { startType: 'system' } } });
    expect(['klnagent', 'AVP.KES.21.19', 'avpsus.KES.21.19'].map((name) => named(name)?.kind)).toEqual([
      'service',
      'service',
      'service',
    ]);
    expect(list.filter((service) => service.state === 'running' && service.processId !== null)).not.toEqual([]);
  });

  test('tells which Windows this is and whether it is elevated', async () => {
    const [answer] = (await ask({ ask: 'system' })) as readonly Reading<WindowsSystem>[];

    expect(answer).toMatchObject({
      status: 'ok',
      value: {
        major: 10,
        minor: 0,
        build: 18_362,
        productType: 'workstation',
        processor: 'x64',
        productName: expect.stringContaining('Windows 10') as string,
        machineGuid: expect.stringMatching(/^[0-9a-f-]{36}$/i) as string,
        elevation: { status: 'ok', value: { elevated: true } },
      },
    });
  });

  test('lists running programs with their files', async () => {
    const [answer] = (await ask({ ask: 'processes' })) as readonly Reading<readonly WindowsProcess[]>[];

    const list = answer?.status === 'ok' ? answer.value : [];
    expect(list).toContainEqual({
      pid: expect.any(Number) as number,
      name: 'node.exe',
      executable: 'C:\\offramp-lab\\node.exe',
    });
    expect(list.map((process) => process.name)).toContain('services.exe');
  });

  test('lists the certificates a store holds, and says absent for a store that is not there', async () => {
    await lab.install(personalRoot);

    const [machine, none] = (await ask(
      { ask: 'certificates', place: 'local-machine', store: 'Root' },
      { ask: 'certificates', place: 'current-user', store: 'No such store' },
    )) as readonly Reading<readonly WindowsCertificate[]>[];

    expect(machine?.status === 'ok' ? machine.value : machine).toContainEqual(personalRootCertificate);
    expect(none).toEqual({ status: 'absent' });
  });

  test('says where Windows lies and who owns it, and what is no place', async () => {
    const [folders, security, gone] = await ask(
      { ask: 'folders' },
      { ask: 'file-security', path: 'C:\\windows' },
      { ask: 'file-security', path: 'C:\\no such thing' },
    );

    expect(folders).toEqual({ windows: 'C:\\windows', system: 'C:\\windows\\system32' });
    expect(security).toMatchObject({
      status: 'ok',
      value: {
        owner: expect.stringMatching(/^S-1-5-/) as string,
        entries: expect.arrayContaining([
          {
            kind: 'allows',
            sid: expect.stringMatching(/^S-1-/) as string,
            rights: expect.any(Number) as number,
            inheritOnly: false,
          },
        ]) as unknown,
      },
    });
    expect(gone).toEqual({ status: 'absent' });
  });

  test('knows its surroundings, and is not troubled by what Wine does not have', async () => {
    const answers = await ask({ ask: 'surroundings' }, { ask: 'antivirus-health' }, { ask: 'installer' });

    expect(answers).toEqual([
      {
        remote: false,
        safeMode: false,
        power: { onBattery: false, percent: null },
        mutexes: [false, expect.toSatisfy((exists: unknown) => exists !== true)],
        fixed: [true, false, false],
      },
      null,
      { status: 'ok', value: [] },
    ]);
  });

  test('gives bytes as they lie in the registry, and refuses to carry too many', async () => {
    const path = 'SOFTWARE\\Offramp laboratory\\Odd values';

    const answers = await ask(
      { ask: 'bytes', path, name: 'text past a NUL' },
      { ask: 'bytes', path, name: 'huge' },
      { ask: 'bytes', path, name: 'No such value' },
    );

    expect(answers).toEqual([
      '4100000042000000',
      { status: 'failed', call: 'RegQueryValueExW', code: 234 },
      { status: 'absent' },
    ]);
  });

  test('opens no hive file under Wine, says so, and leaves nothing behind', async () => {
    await lab.addFile('C:\\users\\guest\\NTUSER.DAT', 'no hive');

    const answers = (await ask(
      { ask: 'hive', file: 'C:\\users\\guest\\NTUSER.DAT', path: 'SOFTWARE' },
      { ask: 'hive', file: 'C:\\users\\nobody\\NTUSER.DAT', path: 'SOFTWARE' },
      { ask: 'hive', file: 'C:\\users', path: 'SOFTWARE' },
    )) as readonly Reading<RegistryTree>[];

    expect(answers.map(({ status }) => status)).toEqual(['failed', 'absent', 'failed']);
    expect(await readdir(lab.hostPath('C:\\windows\\Temp'))).toEqual([]);
  });

  test('reads only the values asked for, and leaves out those that are not there', async () => {
    const [tree] = (await ask({
      ask: 'tree',
      root: 'HKLM',
      path: `${uninstall}\\${kesCode}`,
      view: 32,
      limits: { depth: 0, maxKeys: 1, only: ['DisplayName', 'NoSuchValue', 'WindowsInstaller'] },
    })) as readonly Reading<RegistryTree>[];

    expect(tree).toMatchObject({ status: 'ok' });
    expect(tree?.status === 'ok' && tree.value.keys[0]?.values).toEqual({
      DisplayName: { type: 'REG_SZ', data: 'Kaspersky Endpoint Security для Windows' },
      WindowsInstaller: { type: 'REG_DWORD', data: 1 },
    });
  });

  test('reads 2,000 installed programs in at most a fifth of the time of reg query', async ({ annotate }) => {
    await lab.install(ordinaryPrograms(2000));

    const [race] = (await ask({
      ask: 'race',
      root: 'HKLM',
      path: uninstall,
      view: 64,
      limits: { depth: 1, maxKeys: 10_000, only: ['DisplayName', 'Publisher', 'DisplayVersion'] },
    })) as readonly Race[];

    const times = {
      all: median(race?.allMs),
      only: median(race?.onlyMs),
      regToFile: median(race?.regToFileMs),
      regToPipe: median(race?.regToPipeMs),
    };
    await annotate(`2,000 programs, milliseconds: ${JSON.stringify(times)}`);
    expect(race?.keys).toBeGreaterThanOrEqual(2001);
    expect(times.all * 5).toBeLessThanOrEqual(times.regToPipe);
    expect(times.only * 5).toBeLessThanOrEqual(times.regToFile);
  });

  test('says that koffi is missing instead of failing', async () => {
    await lab.addFile('C:\\elsewhere\\bundle.cjs', await readFile(bundle.file));

    const run = await lab.runExe('C:\\offramp-lab\\node.exe', ['C:\\elsewhere\\bundle.cjs', '[]']);

    expect(JSON.parse(run.stdout)).toMatchObject({ unavailable: 'library-missing' });
  });
});

function median(numbers: readonly number[] = []): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function pathsIn(tree: Reading<RegistryTree> | undefined): readonly string[] {
  return tree?.status === 'ok' ? tree.value.keys.map((found) => found.path) : [];
}

const odd = 'HKLM\\SOFTWARE\\Offramp laboratory\\Odd values';
const oddValues = `${registryText([
  {
    key: odd,
    values: {
      '': 'default value',
      empty: '',
      expand: { expand: '%ProgramFiles%\\Ж' },
      multi: { multi: ['klkbdflt2', 'kbdclass', 'Мышь'] },
      'multi empty': { multi: [] },
      binary: { binary: '00ff10' },
      'dword largest': 0xffff_ffff,
      'qword beyond 2^53': { qword: 133_800_000_000_000_001n },
      long: 'я'.repeat(20_000),
      huge: 'x'.repeat(600_000),
      Имя: 'значение',
    },
  },
]).trimEnd()}
"big endian"=hex(5):00,00,01,02
"short dword"=hex(4):01,02
"text of odd length"=hex(1):41,00,42
"text past a NUL"=hex(1):41,00,00,00,42,00,00,00
"lone surrogate"=hex(1):00,d8,78,00,00,00
"unknown type"=hex(77):2a

${registryText([
  { key: `${odd}\\Ключ`, values: {} },
  { key: `${odd}\\Second`, values: {} },
])}`;
