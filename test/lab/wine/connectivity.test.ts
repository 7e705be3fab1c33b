import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/main/core/machine/answer';
import type { Question } from '../../../src/main/core/machine/questions';
import type { InsideRequest } from './ask-inside';
import { bundleForWindows } from './bundle-for-windows';
import { registryText } from './registry-text';
import { WineLab } from './wine-lab';

const available = WineLab.available();
const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/** What is looked at before and after a removal: the network, file-system filters, restore points. */
describe.skipIf(!available.ok)(`before and after, on Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('connectivity');
  let bundle: Awaited<ReturnType<typeof bundleForWindows>>;

  beforeAll(async () => {
    bundle = await bundleForWindows(path.join(import.meta.dirname, 'ask-inside.ts'));
    await lab.fresh();
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await bundle.remove();
  });

  async function ask(question: Question): Promise<Answer<unknown>> {
    const request: InsideRequest = { questions: [{ question, given: {} }] };
    const run = await lab.runNode(bundle.file, [JSON.stringify(request)]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    return (JSON.parse(run.stdout) as readonly Answer<unknown>[])[0] as Answer<unknown>;
  }

  test('tells whether this computer reaches its network, as Wine’s own tables have it', async () => {
    const ipconfig = await lab.runExe('ipconfig.exe', ['/all']);
    const answer = await ask('connectivity');

    const words = ipconfig.stdout;
    const hasAddress = [...words.matchAll(/\b(\d{1,3}(?:\.\d{1,3}){3})\b/g)].some(
      ([, address = '']) => !/^(127|169\.254|255|0)\./.test(address),
    );
    expect(answer).toEqual({
      status: 'ok',
      value: {
        addressed: hasAddress,
        gateway: expect.any(Boolean) as unknown,
        nameServers: expect.any(Boolean) as unknown,
      },
    });
  });

  test('lists filters that services register, by their default instance, and does not know which are loaded', async () => {
    await lab.importReg(
      registryText([
        { key: `${services}\\inventedflt\\Instances`, values: { DefaultInstance: 'Second' } },
        { key: `${services}\\inventedflt\\Instances\\First`, values: { Altitude: '1' } },
        { key: `${services}\\inventedflt\\Instances\\Second`, values: { Altitude: '320400' } },
        { key: `${services}\\noaltitude\\Instances\\Only`, values: { Altitude: 5 } },
        { key: `${services}\\nofilter\\Parameters`, values: { Altitude: '320400' } },
      ]),
    );

    const answer = await ask('minifilters');

    expect(answer.status === 'ok' && answer.value).toEqual([
      { name: 'inventedflt', altitude: '320400', loaded: null },
      { name: 'noaltitude', altitude: null, loaded: null },
    ]);
  });

  test('takes a PowerShell that says nothing for no answer', async () => {
    expect(await ask('restore-points')).toMatchObject({ status: 'failed' });
  });
});
