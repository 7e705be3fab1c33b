import { chmod, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '../../../src/main/core/machine/actions';
import { bundleForWindows } from './bundle-for-windows';
import { folderInside } from './base-prefix';
import type { ActReply, ActRequest } from './removal/act-inside';
import { buildStandIn, type StandIn } from './removal/build-stand-in';
import { placeKoffiWithOwners } from './removal/install-offramp';
import { buildSignedInstaller, trust, vendor, type SignedInstaller } from './removal/signed-installer';
import { endpoint, home } from './removal/stand-ins';
import { keepMutex, letMutexGo } from './removal/troubles';
import { WineLab } from './wine-lab';

const available = WineLab.available();
const folder = 'C:\\Program Files\\Stand-in';
const program = `${folder}\\uninstall.exe`;
const runUninstaller: Action = {
  verb: 'run-uninstaller',
  program,
  signedBy: vendor,
  entry: 'Stand-in',
  view: 64,
  mode: 'nsis-quiet',
};

/** What acts on Windows, told one thing at a time: passwords, waiting, and uninstallers that are no MSI. */
describe.skipIf(!available.ok)(`acting on Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('acting');
  let bundle: Awaited<ReturnType<typeof bundleForWindows>>;
  let installer: SignedInstaller;
  const packages = new Map<StandIn, Buffer>();

  beforeAll(async () => {
    bundle = await bundleForWindows(path.join(import.meta.dirname, 'removal', 'act-inside.ts'));
    for (const product of [endpoint, home]) packages.set(product, await buildStandIn(product));
    installer = await buildSignedInstaller('Stand-in');
    await lab.fresh();
    await placeKoffiWithOwners(lab);
    await trust(lab, installer.root);
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await bundle.remove();
  });

  async function act(action: Action, more: Partial<ActRequest> = {}): Promise<ActReply> {
    const request: ActRequest = { action, password: null, logFile: 'Z:\\removal.log', ...more };
    const run = await lab.runNode(bundle.file, [JSON.stringify(request)], { timeoutMs: 120_000 });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    return JSON.parse(run.stdout) as ActReply;
  }

  const wish = (name: string, what: string) =>
    lab.runExe('reg.exe', ['add', 'HKLM\\SOFTWARE\\Offramp laboratory', '/v', name, '/d', what, '/f']);

  const temporaryFolders = async () =>
    (await readdir(lab.hostPath('C:\\windows\\Temp'))).filter((name) => name.startsWith('offramp-'));

  describe('a package', () => {
    async function install(product: StandIn, what: string): Promise<void> {
      await lab.addFile('Z:\\product.msi', packages.get(product) ?? '');
      await lab.runExe('msiexec.exe', ['/i', 'Z:\\product.msi', '/qn', '/norestart']);
      await wish(product.productCode, what);
    }
    const remove = (product: StandIn, mode: 'quiet' | 'wizard'): Action => ({
      verb: 'uninstall-msi',
      productCode: product.productCode,
      mode,
    });

    test('asks for the password only once the removal without it gave up, and keeps it to itself', async () => {
      await install(endpoint, 'password');
      await writeFile(lab.hostPath('Z:\\removal.log'), '');

      const nobody = await act(remove(endpoint, 'quiet'));
      const wrong = await act(remove(endpoint, 'quiet'), { password: 'wrong-word' });
      const right = await act(remove(endpoint, 'quiet'), { password: 'right words' });

      expect(nobody).toMatchObject({ outcome: 'failed', reason: 'uninstaller-gave-up', askedFor: [endpoint.name] });
      expect(wrong).toMatchObject({ outcome: 'failed', reason: 'password-refused', askedFor: [endpoint.name] });
      expect(right).toMatchObject({ outcome: 'done', reason: null, askedFor: [endpoint.name] });
      const log = await readFile(lab.hostPath('Z:\\removal.log'), 'latin1');
      expect(log).toContain('Action start');
      for (const secret of ['wrong-word', 'right words']) {
        expect(log).not.toContain(secret);
        expect(JSON.stringify([nobody, wrong, right])).not.toContain(secret);
      }
    });

    test('is never asked about where the product has its own window', async () => {
      await install(home, 'fail');

      const reply = await act(remove(home, 'wizard'), { password: 'anything' });

      expect(reply).toMatchObject({ outcome: 'failed', reason: 'uninstaller-gave-up', askedFor: [] });
    });

    test('waits for another installation, tells what it waits for, and then what the installer does', async () => {
      await install(endpoint, 'nothing');
      await keepMutex(lab);

      const reply = await act(remove(endpoint, 'quiet'), { logFile: 'Z:\\waiting.log' });
      await letMutexGo(lab);

      expect(reply).toMatchObject({ outcome: 'done', reason: null });
      expect(reply.lines.slice(0, 2)).toEqual(['_MSIExecute …', 'INSTALL']);
      expect(reply.lines).toContain('RemoveFiles');
      expect(reply.ms).toBeGreaterThan(2_000);
    });

    test('says so when it is not there any more, and when only the list still shows it', async () => {
      const gone = await act(remove(endpoint, 'quiet'));
      const entry = `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${endpoint.productCode}`;
      await lab.runExe('reg.exe', ['add', entry, '/v', 'DisplayName', '/d', endpoint.name, '/f']);
      const listed = await act(remove(endpoint, 'quiet'));
      await lab.runExe('reg.exe', ['delete', entry, '/f']);

      expect(gone).toMatchObject({ outcome: 'was-not-there', reason: null });
      expect(listed).toMatchObject({ outcome: 'failed', reason: 'installer-record-missing' });
    });

    test('leaves no temporary folder behind', async () => {
      expect(await temporaryFolders()).toEqual([]);
    });
  });

  describe('an uninstaller that returns at once', () => {
    beforeEach(async () => {
      await lab.addFile('Z:\\stand-in.exe', installer.program);
      await lab.runExe('Z:\\stand-in.exe', ['/S']);
      await wish('stand-in', 'nothing');
    });

    test('is followed to the end of the copy that does the work', async () => {
      await wish('stand-in', 'slow');

      const reply = await act(runUninstaller);

      expect(reply).toMatchObject({ outcome: 'done', reason: null });
      expect(reply.ms).toBeGreaterThan(6_000);
      expect(await readdir(lab.hostPath('C:\\Program Files'))).not.toContain('Stand-in');
      expect(await temporaryFolders()).toEqual([]);
    });

    test('is not believed when it says that all is well', async () => {
      await wish('stand-in', 'fail');

      expect(await act(runUninstaller)).toMatchObject({ outcome: 'failed', reason: 'entry-stays' });
    });

    test('wants a restart when it leaves a file for the next start', async () => {
      await wish('stand-in', 'restart');

      expect(await act(runUninstaller)).toMatchObject({ outcome: 'done-after-restart', reason: null });
    });

    test('is over although the browser it opened stays open', async () => {
      await wish('stand-in', 'browser');
      await lab.addFile('C:\\Program Files\\Browser\\notes.txt', '');
      await cp(lab.hostPath(`${folderInside}\\node.exe`), lab.hostPath('C:\\Program Files\\Browser\\browser.exe'));

      const reply = await act(runUninstaller);

      expect(reply).toMatchObject({ outcome: 'done', reason: null });
      expect(reply.ms).toBeLessThan(30_000);
    });

    test('was not there when the list has no such entry', async () => {
      expect(await act({ ...runUninstaller, view: 32 })).toMatchObject({ outcome: 'was-not-there', reason: null });
    });
  });

  describe('a program that may not be started as administrator', () => {
    beforeEach(async () => {
      await lab.addFile('Z:\\stand-in.exe', installer.program);
      await lab.runExe('Z:\\stand-in.exe', ['/S']);
      await wish('stand-in', 'nothing');
      await chmod(lab.hostPath(folder), 0o755);
    });

    const stays = async () => (await readdir(lab.hostPath(folder))).includes('program.txt');

    test('is one that others can change, or one in a folder that others can change', async () => {
      await chmod(lab.hostPath(program), 0o777);
      const file = await act(runUninstaller);
      await chmod(lab.hostPath(program), 0o755);
      await chmod(lab.hostPath(folder), 0o777);
      const place = await act(runUninstaller);

      for (const reply of [file, place])
        expect(reply).toMatchObject({ outcome: 'failed', reason: 'program-not-protected' });
      expect(await stays()).toBe(true);
    });

    test('is one without a signature, with somebody else’s, or changed by a single bit since it was signed', async () => {
      const unsigned = await act({ ...runUninstaller, program: 'C:\\Program Files\\Offramp\\koffi\\index.cjs' });
      const foreign = await act({ ...runUninstaller, signedBy: 'Another Vendor' });
      const bytes = await readFile(lab.hostPath(program));
      bytes[4096] = (bytes[4096] ?? 0) ^ 1;
      await writeFile(lab.hostPath(program), bytes);
      const changed = await act(runUninstaller);

      for (const reply of [unsigned, foreign, changed])
        expect(reply).toMatchObject({ outcome: 'failed', reason: 'signature-not-valid' });
      expect(await stays()).toBe(true);
    });

    test('is one that is not there, or a folder', async () => {
      const missing = await act({ ...runUninstaller, program: `${folder}\\no.exe` });
      const aFolder = await act({ ...runUninstaller, program: folder });

      expect(missing).toMatchObject({ outcome: 'failed', reason: 'program-missing' });
      expect(aFolder).toMatchObject({ outcome: 'failed', reason: 'program-not-protected' });
    });
  });

  test('a restore point that Windows cannot list is never said to be there', async () => {
    expect(await act({ verb: 'make-restore-point' })).toMatchObject({
      outcome: 'failed',
      reason: 'restore-point-failed',
    });
  });
});
