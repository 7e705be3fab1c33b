import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/main/core/planning/plan';
import { buildOfframp, installOfframp, offramp } from './removal/install-offramp';
import { buildSignedInstaller, trust, type SignedInstaller } from './removal/signed-installer';
import { WineLab } from './wine-lab';

const available = WineLab.available();
const entry = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\UltraAV';
const runOnce = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

/**
 * What took the place of Kaspersky goes by a choice of its own, with its own uninstaller: the whole journey, against a real NSIS one
 * that returns at once.
 */
describe.skipIf(!available.ok)(`removing UltraAV${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('removal-successor');
  let built: Awaited<ReturnType<typeof buildOfframp>>;
  let installer: SignedInstaller;

  beforeAll(async () => {
    built = await buildOfframp();
    installer = await buildSignedInstaller('UltraAV');
    await lab.fresh();
    await installOfframp(lab, built.file);
    await trust(lab, installer.root);
    await lab.addFile('Z:\\ultraav.exe', installer.program);
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await built.remove();
  });

  async function install(wish: string): Promise<void> {
    await lab.runExe('Z:\\ultraav.exe', ['/S']);
    await lab.runExe('reg.exe', ['add', 'HKLM\\SOFTWARE\\Offramp laboratory', '/v', 'stand-in', '/d', wish, '/f']);
  }

  async function plan(...more: readonly string[]): Promise<Plan> {
    const ended = await lab.runExe(offramp, ['plan', '--json', ...more, '--output', 'Z:\\plan.json']);
    return JSON.parse(ended.stdout) as Plan;
  }

  const apply = () => lab.runExe(offramp, ['apply', 'Z:\\plan.json', '--yes', '--json']);
  const resume = () => lab.runExe(offramp, ['apply', '--resume', '--json']);
  const isListed = async () => (await lab.runExe('reg.exe', ['query', entry])).exitCode === 0;

  function removalIn(out: string): unknown {
    const { steps } = JSON.parse(out) as { readonly steps: readonly { readonly id: string }[] };
    return steps.find(({ id }) => id === 'remove:ultraav');
  }

  test('is in no plan unless it is asked for by name', async () => {
    await install('nothing');

    const unasked = await plan();
    const asked = await plan('--also', 'ultraav');

    expect(unasked.steps.filter(({ kind }) => kind === 'action')).toEqual([]);
    expect(asked.steps.find(({ id }) => id === 'remove:ultraav')).toMatchObject({
      shows: 'C:\\Program Files\\UltraAV\\uninstall.exe',
    });
  });

  test('goes, and is looked for again after the restart', async () => {
    const applied = await apply();
    const goneBefore = !(await isListed());
    await lab.reboot();
    const resumed = await resume();

    expect(applied.exitCode).toBe(5);
    expect(removalIn(applied.stdout)).toMatchObject({ outcome: 'done', reason: null });
    expect({ goneBefore, resumed: resumed.exitCode }).toEqual({ goneBefore: true, resumed: 0 });
    expect((await plan('--also', 'ultraav')).steps).toEqual([]);
  });

  test('is still there, and said to be, when its uninstaller did nothing and claimed success', async () => {
    await install('fail');
    await plan('--also', 'ultraav');

    const applied = await apply();

    expect(applied.exitCode).toBe(10);
    expect(removalIn(applied.stdout)).toMatchObject({ outcome: 'failed', reason: 'entry-stays' });
    expect(await isListed()).toBe(true);
  });

  test('is found again when it comes back with the restart', async () => {
    await install('nothing');
    await plan('--also', 'ultraav');
    await apply();
    await lab.runExe('reg.exe', ['add', runOnce, '/v', 'back', '/d', 'Z:\\ultraav.exe /S', '/f']);
    await lab.reboot();

    await resume();

    expect((await plan('--also', 'ultraav')).steps.map(({ id }) => id)).toContain('remove:ultraav');
  });

  test('is not started when anybody could have changed its uninstaller', async () => {
    await lab.addFile('C:\\Program Files\\UltraAV\\uninstall.exe', 'something else');
    await plan('--also', 'ultraav');

    const applied = await apply();

    expect(applied.exitCode).toBe(10);
    expect(removalIn(applied.stdout)).toMatchObject({ outcome: 'failed', reason: 'signature-not-valid' });
  });
});
