import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seal } from './seal';
import { WineLab } from './wine-lab';

const available = WineLab.available();

describe.skipIf(!available.ok)(`the Windows laboratory${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('lab');
  let outside: string;

  beforeAll(async () => {
    outside = await mkdtemp(path.join(tmpdir(), 'offramp-outside-'));
    await lab.fresh();
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await rm(outside, { recursive: true, force: true });
  });

  async function node(code: string, timeoutMs = 30_000) {
    const file = path.join(outside, 'code.cjs');
    await writeFile(file, code);
    return lab.runNode(file, ['two words', 'Ж "quoted"'], { timeoutMs });
  }

  test('gives exit codes whole, and both outputs', async () => {
    const run = await node('console.log(process.argv[2]); console.error(process.argv[3]); process.exit(3010);');

    expect(run).toEqual({ exitCode: 3010, timedOut: false, stdout: 'two words\n', stderr: 'Ж "quoted"\n' });
  });

  test('ends a program that takes too long and says so', async () => {
    const run = await node('console.log("started"); setInterval(() => {}, 1000);', 2000);

    expect(run).toEqual({ exitCode: null, timedOut: true, stdout: 'started\n', stderr: '' });
  });

  test('throws for a program that is not there', async () => {
    await expect(lab.runExe('C:\\no\\such.exe')).rejects.toThrow('could not be started');
  });

  test('finds files whatever their case and refuses paths that lead elsewhere', async () => {
    await lab.addFile('C:\\Program Files\\Каталог\\a.txt', 'text');

    const seen = await node("console.log(require('fs').readFileSync('C:/program files/КАТАЛОГ/A.TXT', 'utf8'))");

    expect(seen.stdout).toBe('text\n');
    expect(lab.hostPath('c:\\PROGRAM FILES\\каталог\\A.txt')).toMatch(/drive_c\/Program Files\/Каталог\/a\.txt$/);
    for (const leading of ['C:\\..\\x', 'D:\\x', 'x', 'C:\\a/../b'])
      expect(() => lab.hostPath(leading)).toThrow(/not an absolute path|lead elsewhere/);
  });

  test('shows Windows two drives, both inside the laboratory', async () => {
    const run = await node(`
      const fs = require('fs');
      const drives = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => fs.existsSync(letter + ':\\\\'));
      console.log(JSON.stringify({ drives, z: fs.readdirSync('Z:\\\\') }));`);

    const { drives, z } = JSON.parse(run.stdout) as { drives: string[]; z: string[] };
    expect(drives).toEqual(['C', 'Z']);
    expect(z.every((name) => name.startsWith('run-'))).toBe(true);
  });

  test('holds no link that leads out, and refuses to start when there is one', async () => {
    const boundary = await realpath(lab.folder);
    const entries = await readdir(lab.folder, { recursive: true, withFileTypes: true });
    const links = entries.filter((entry) => entry.isSymbolicLink());
    for (const link of links) {
      expect(await realpath(path.join(link.parentPath, link.name))).toMatch(new RegExp(`^${boundary}/`));
    }

    const planted = path.join(lab.folder, 'prefix/drive_c/planted');
    await symlink(outside, planted);

    await expect(seal(lab.folder)).rejects.toThrow('leads out of the laboratory');
    expect(() => lab.hostPath('C:\\planted\\x')).toThrow('symbolic link');
    await rm(planted);
  });

  test("turns a profile's link to a home folder into a folder of the laboratory", async () => {
    await writeFile(path.join(outside, 'precious.txt'), 'keep');
    const users = path.join(lab.folder, 'prefix/drive_c/users');
    const profile = (await readdir(users)).find((name) => name !== 'Public') ?? '';
    const documents = path.join(users, profile, 'Documents');
    await rm(documents, { recursive: true, force: true });
    await symlink(outside, documents);

    await seal(lab.folder);
    await node(`require('fs').rmSync('C:\\\\users\\\\${profile}\\\\Documents', { recursive: true, force: true })`);

    expect(existsSync(documents)).toBe(false);
    expect(await readFile(path.join(outside, 'precious.txt'), 'utf8')).toBe('keep');
  });

  test('carries out pending renames and RunOnce at a restart, and keeps the registry', async () => {
    await lab.addFile('C:\\old.txt', 'moves at restart');
    await lab.importReg(String.raw`
[HKEY_LOCAL_MACHINE\SOFTWARE\Offramp laboratory]
"kept"="yes"

[HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce]
"offramp"="cmd.exe /c echo ran > C:\\ran.txt"

[HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager]
"PendingFileRenameOperations"=hex(7):${Buffer.from('\\??\\C:\\old.txt\0\\??\\C:\\new.txt\0\0', 'utf16le')
      .toString('hex')
      .replace(/..(?=.)/g, '$&,')}
`);

    await lab.reboot();

    const kept = await lab.runExe('reg.exe', ['query', 'HKLM\\SOFTWARE\\Offramp laboratory', '/v', 'kept']);
    expect(kept).toMatchObject({ exitCode: 0 });
    expect(existsSync(lab.hostPath('C:\\ran.txt'))).toBe(true);
    expect(existsSync(lab.hostPath('C:\\old.txt'))).toBe(false);
    expect(await readFile(lab.hostPath('C:\\new.txt'), 'utf8')).toBe('moves at restart');
  });

  test('ends everything at a power cut, and starts again with its files', async () => {
    const running = node("require('fs').writeFileSync('C:\\\\half.txt', 'x'); setInterval(() => {}, 1000);");
    await expect.poll(() => existsSync(lab.hostPath('C:\\half.txt')), { timeout: 10_000 }).toBe(true);

    await lab.powerCut();
    const ended = await running;
    await lab.reboot();

    expect(ended).toMatchObject({ exitCode: null, timedOut: false });
    expect((await node("console.log(require('fs').readFileSync('C:\\\\half.txt', 'utf8'))")).stdout).toBe('x\n');
  });

  test('leaves nothing behind, not even after an owner that died', async () => {
    const orphan = path.join(path.dirname(lab.folder), 'orphan-test');
    await mkdir(path.join(orphan, 'prefix'), { recursive: true });
    await writeFile(path.join(orphan, 'owner'), '4194305');
    const second = new WineLab('second');

    await second.fresh();
    const { folder } = second;
    await second.dispose();
    await second.dispose();

    expect([existsSync(orphan), existsSync(folder), existsSync(lab.folder)]).toEqual([false, false, true]);
  });
});
