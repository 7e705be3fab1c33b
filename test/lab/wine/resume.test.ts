import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResumeRequest } from '../../../src/main/platform/resuming/resume-request';
import { bundleForWindows } from './bundle-for-windows';
import { buildStandIn } from './removal/build-stand-in';
import { buildOfframp, installOfframp, offramp } from './removal/install-offramp';
import type { ResumeWish } from './removal/resume-inside';
import { endpoint } from './removal/stand-ins';
import { WineLab } from './wine-lab';

const available = WineLab.available();

/** What happens by itself after a restart, and through the question for rights. */
describe.skipIf(!available.ok)(`going on by itself on Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('resume');
  let built: Awaited<ReturnType<typeof buildOfframp>>;
  let bundle: Awaited<ReturnType<typeof bundleForWindows>>;

  beforeAll(async () => {
    built = await buildOfframp();
    bundle = await bundleForWindows(path.join(import.meta.dirname, 'removal', 'resume-inside.ts'));
    await lab.fresh();
    await installOfframp(lab, built.file);
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await built.remove();
    await bundle.remove();
  });

  async function arrange(request: ResumeWish): Promise<unknown> {
    const run = await lab.runNode(bundle.file, [JSON.stringify(request)]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    return JSON.parse(run.stdout);
  }

  const resume = (run: string): ResumeRequest => ({
    run,
    command: { program: offramp, arguments: ['apply', `--resume=${run}`, '--json'] },
    when: 'next-start',
  });
  const tasks = () => lab.hostPath('C:\\windows\\system32\\Tasks');
  const runOnce = async () =>
    (await lab.runExe('reg.exe', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce'])).stdout;

  async function applyUntilRestart(): Promise<string> {
    await lab.addFile('Z:\\product.msi', await buildStandIn(endpoint));
    await lab.runExe('msiexec.exe', ['/i', 'Z:\\product.msi', '/qn', '/norestart']);
    const wish = ['/v', endpoint.productCode, '/d', 'restart', '/f'];
    await lab.runExe('reg.exe', ['add', 'HKLM\\SOFTWARE\\Offramp laboratory', ...wish]);
    await lab.runExe(offramp, ['plan', '--json', '--output', 'Z:\\plan.json']);
    const applied = await lab.runExe(offramp, ['apply', 'Z:\\plan.json', '--yes', '--json']);
    expect(applied.exitCode).toBe(5);
    return (JSON.parse(applied.stdout) as { readonly run: string }).run;
  }

  async function lastEvent(run: string): Promise<unknown> {
    const file = lab.hostPath(`C:\\ProgramData\\Offramp\\runs\\${run}\\journal.jsonl`);
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    return (JSON.parse(lines.at(-1) ?? '') as { readonly body: unknown }).body;
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 150 && !(await isSo()); attempt++)
      await new Promise((resolve) => setTimeout(resolve, 200));
  }

  test('goes on after the restart without anybody, once, and leaves nothing that starts again', async () => {
    const run = await applyUntilRestart();
    expect(await arrange(resume(run))).toEqual({ ok: true });

    await lab.reboot();
    await until(async () => JSON.stringify(await lastEvent(run)).includes('run-ended'));

    expect(await lastEvent(run)).toEqual({ event: 'run-ended', outcome: 'done' });
    expect(await runOnce()).not.toContain(run);
    expect(await lab.runExe(offramp, ['verify', '--json'])).toMatchObject({ exitCode: 0 });
  });

  test('can be taken back before it happens', async () => {
    await arrange(resume('20261125-000000-abcdef'));
    const before = await runOnce();

    expect(await arrange({ cancel: '20261125-000000-abcdef' })).toEqual({ ok: true });

    expect(before).toContain('!Offramp 20261125-000000-abcdef');
    expect(await runOnce()).not.toContain('20261125-000000-abcdef');
    expect(await arrange({ cancel: '20261125-000000-abcdef' })).toEqual({ ok: true });
  });

  test('has the scheduler keep the look after a day, and can take it back', async () => {
    const arranged = await arrange({ ...resume('20261125-000000-abcdef'), when: 'in-a-day' });
    const kept = (await readdir(tasks(), { recursive: true })).filter((name) => name.includes('Look again'));
    await arrange({ cancel: '20261125-000000-abcdef' });

    expect(arranged).toEqual({ ok: true });
    expect(kept).toHaveLength(1);
    expect((await readdir(tasks(), { recursive: true })).filter((name) => name.includes('Look again'))).toEqual([]);
  });

  test('hands a command on through the question for rights and brings its exit code back', async () => {
    await lab.addFile('Z:\\no-plan.json', '{}');

    const direct = await lab.runExe(offramp, ['apply', 'Z:\\no-plan.json', '--yes', '--json']);
    const handedOn = await lab.runExe(offramp, ['apply', 'Z:\\no-plan.json', '--yes', '--json', '--through-uac']);

    expect(direct.exitCode).toBe(9);
    expect(handedOn).toMatchObject({ exitCode: 9, stdout: '' });
  });
});
