import { statSync } from 'node:fs';
import { chmod, cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildStandIn, type StandIn } from './removal/build-stand-in';
import { buildOfframp, installOfframp, offramp } from './removal/install-offramp';
import { situations, type Situation } from './removal/situations';
import { endpoint, home } from './removal/stand-ins';
import { clearLeftovers, findThePackage, letMutexGo } from './removal/troubles';
import { WineLab } from './wine-lab';

const available = WineLab.available();

/** Each row is one journey of the program as it ships: plan, apply, where needed a restart, verify; against a real package. */
describe.skipIf(!available.ok)(`removing on Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('removal');
  let built: Awaited<ReturnType<typeof buildOfframp>>;
  const packages = new Map<StandIn, Buffer>();

  beforeAll(async () => {
    built = await buildOfframp();
    for (const product of [endpoint, home]) packages.set(product, await buildStandIn(product));
    await lab.fresh();
    await installOfframp(lab, built.file);
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await built.remove();
  });

  const wish = (product: StandIn, what: string) =>
    lab.runExe('reg.exe', ['add', 'HKLM\\SOFTWARE\\Offramp laboratory', '/v', product.productCode, '/d', what, '/f']);

  async function install({ product, wish: what, before }: Situation): Promise<void> {
    await lab.addFile('Z:\\product.msi', packages.get(product) ?? '');
    const installed = await lab.runExe('msiexec.exe', ['/i', 'Z:\\product.msi', '/qn', '/norestart']);
    expect(installed.exitCode).toBe(0);
    await wish(product, what);
    await before?.(lab);
  }

  /** Whatever came of it, the next row begins on a Windows without the product. */
  async function cleanUp({ product }: Situation): Promise<void> {
    await wish(product, 'nothing');
    await letMutexGo(lab);
    await findThePackage(lab);
    await lab.addFile('Z:\\product.msi', packages.get(product) ?? '');
    await lab.runExe('msiexec.exe', ['/x', product.productCode, '/qn', '/norestart']);
    await clearLeftovers(lab);
  }

  async function journey(situation: Situation) {
    await install(situation);
    const settled = situation.settled === undefined ? [] : ['--settled', situation.settled];
    const planned = await lab.runExe(offramp, ['plan', '--json', ...settled, '--output', 'Z:\\plan.json']);
    expect(planned).toMatchObject({ exitCode: 0 });
    await situation.meanwhile?.(lab);
    const applied = await lab.runExe(offramp, ['apply', 'Z:\\plan.json', '--yes', '--json']);
    const removal = removalIn(applied.stdout);
    let resumed: readonly (number | null)[] | undefined;
    if (applied.exitCode === 5) {
      const resume = () => lab.runExe(offramp, ['apply', '--resume', '--json']);
      const tooEarly = (await resume()).exitCode;
      await lab.reboot();
      resumed = [tooEarly, (await resume()).exitCode];
    }
    const { exitCode: verify } = await lab.runExe(offramp, ['verify', '--json']);
    return { apply: applied.exitCode, ...removal, ...(resumed === undefined ? {} : { resumed }), verify };
  }

  test.for(situations)('a product that $name', async (situation, { annotate }) => {
    let got: Awaited<ReturnType<typeof journey>>;
    try {
      got = await journey(situation);
    } finally {
      await cleanUp(situation);
    }

    await annotate(`expected ${JSON.stringify(situation.expected)}, got ${JSON.stringify(got)}`);
    expect(got).toEqual(situation.expected);
  });

  describe('refuses to act, and leaves everything as it is,', () => {
    beforeAll(async () => {
      await install({ ...slow, wish: 'nothing' });
      await lab.runExe(offramp, ['plan', '--json', '--output', 'Z:\\plan.json']);
    });
    afterAll(() => cleanUp(slow));

    const applying = (program: string) => lab.runExe(program, ['apply', 'Z:\\plan.json', '--yes', '--json']);
    const stillThere = async () => (await lab.runExe(offramp, ['scan', '--json'])).exitCode === 3;

    test('from a copy outside Program Files', async () => {
      await cp(lab.hostPath(offramp), lab.hostPath('C:\\elsewhere.exe'));
      await cp(lab.hostPath('C:\\Program Files\\Offramp\\koffi-itself'), lab.hostPath('C:\\koffi'), {
        recursive: true,
      });

      const ended = await applying('C:\\elsewhere.exe');

      expect(ended).toMatchObject({ exitCode: 9, stderr: expect.stringContaining('Program Files') as unknown });
      expect(await stillThere()).toBe(true);
    });

    test('from Program Files, when others can change what lies there', async () => {
      const place = lab.hostPath('C:\\Program Files\\Offramp');
      const ended = await whileOpenToAll(place, () => applying(offramp));

      expect(ended).toMatchObject({ exitCode: 9, stderr: expect.stringContaining('Program Files') as unknown });
      expect(await stillThere()).toBe(true);
    });

    test('when the folder for its records is one that others can change', async () => {
      const place = lab.hostPath('C:\\ProgramData\\Offramp');
      const before = await readdir(place, { recursive: true });
      const ended = await whileOpenToAll(place, () => applying(offramp));

      expect(ended).toMatchObject({ exitCode: 9, stderr: expect.stringContaining('ProgramData') as unknown });
      expect(await readdir(place, { recursive: true })).toEqual(before);
      expect(await stillThere()).toBe(true);
    });
  });

  test('a power cut in the middle of a removal: it goes on after the start, and no step is done twice', async () => {
    const situation: Situation = { ...slow, name: 'power cut' };
    await install(situation);
    await lab.runExe(offramp, ['plan', '--json', '--output', 'Z:\\plan.json']);
    const applying = lab.runExe(offramp, ['apply', 'Z:\\plan.json', '--yes', '--json']);
    await untilRemovalBegan(lab);
    await lab.powerCut();
    const cut = await applying;
    await lab.reboot();
    await wish(endpoint, 'nothing');

    const resumed = await lab.runExe(offramp, ['apply', '--resume', '--json']);

    // What it prints it prints at its end, which it never came to.
    expect([cut.exitCode, cut.stdout]).toEqual([null, '']);
    expect(resumed.exitCode).toBe(0);
    expect(removalIn(resumed.stdout)).toEqual({ outcome: 'done', reason: null });
    const journal = await readJournal(lab);
    expect(journal.filter(({ event, step }) => event === 'intent' && step === 'remove:kes-windows')).toHaveLength(1);
    expect(await lab.runExe(offramp, ['verify', '--json'])).toMatchObject({ exitCode: 0 });
  });
});

/** Others than administrators can change the folder meanwhile. */
async function whileOpenToAll<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await chmod(folder, 0o777);
  try {
    return await work();
  } finally {
    await chmod(folder, 0o755);
  }
}

const slow: Situation = {
  name: '',
  product: endpoint,
  wish: 'slow',
  expected: { apply: 0, outcome: '', reason: null, verify: 0 },
};

/** Once the installer has begun to write its log, the removal is under way. */
async function untilRemovalBegan(lab: WineLab): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const files = await readdir(runsFolder(lab), { recursive: true }).catch(() => []);
    if (
      files.some(
        (name) => name.includes('remove_kes-windows.log') && statSync(path.join(runsFolder(lab), name)).size > 0,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The removal did not begin.');
}

const runsFolder = (lab: WineLab): string => path.join(lab.hostPath('C:\\ProgramData'), 'Offramp', 'runs');

/** The newest run's journal, as plain events. */
async function readJournal(lab: WineLab): Promise<readonly { readonly event: string; readonly step?: string }[]> {
  const newest = (await readdir(runsFolder(lab))).sort().at(-1) ?? '';
  const text = await readFile(path.join(runsFolder(lab), newest, 'journal.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { body: { event: string; step?: string } }).body);
}

interface Applied {
  readonly outcome: string;
  readonly reason?: string;
  readonly steps: readonly { readonly id: string; readonly outcome: string; readonly reason: string | null }[];
}

/** What is said of the one removal of a plan, or of the whole when it did not come to that. */
function removalIn(out: string): { readonly outcome: string; readonly reason: string | null } {
  const { outcome, reason, steps } = JSON.parse(out) as Applied;
  const removal = steps.find(({ id }) => id.startsWith('remove:'));
  return removal === undefined
    ? { outcome, reason: reason ?? null }
    : { outcome: removal.outcome, reason: removal.reason };
}
