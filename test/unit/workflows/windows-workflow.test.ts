import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { Scan } from '../../../src/main/core/matching/scan';
import { openSession } from '../../../src/main/core/session/open-session';
import { recordedMachine } from '../../../src/main/platform/simulated/recorded-machine';
import { machineFixture } from '../../fixtures/machine-fixtures';
import { toolsFor } from '../../support/simulated-session';
import { plantingFault, plantings } from './planted-windows';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly jobs: { readonly windows: { readonly 'runs-on': string; readonly steps: readonly Step[] } };
}

const inCheckout = (place: string): string => fileURLToPath(new URL(`../../../${place}`, import.meta.url));
const document = parseDocument(readFileSync(inCheckout('.github/workflows/windows.yml'), 'utf8'), { strict: true });
const { windows } = (document.toJS() as Workflow).jobs;
const commands = windows.steps.flatMap(({ run }) => (run === undefined ? [] : run.split('\n')));

describe('the workflow on a real Windows', () => {
  test('is YAML without errors or warnings, on Windows, with actions pinned by major version', () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    expect(windows['runs-on']).toBe('windows-latest');
    const uses = windows.steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
  });

  test('names only places, scripts and projects that are there', () => {
    const words = commands.flatMap((command) => command.split(/\s+/));
    const places = words.filter((word) => /^(test|scripts)\//.test(word));
    const { scripts } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8')) as { scripts: object };
    const named = commands.flatMap((command) => /^npm run ([a-z:-]+)/.exec(command)?.[1] ?? []);

    expect(places.length).toBeGreaterThan(1);
    expect(places.filter((place) => !existsSync(inCheckout(place)))).toEqual([]);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(words.filter((_, at) => words[at - 1] === '--project')).toEqual(['unit', 'unit']);
  });

  test('builds products that have these names, and runs the program that is built', () => {
    const built = commands.flatMap((command) => /^npm run build -- (.+)$/.exec(command)?.[1]?.split(' ') ?? []);

    expect(built.length).toBeGreaterThan(0);
    const builds = readFileSync(inCheckout('scripts/build/build.mjs'), 'utf8');
    for (const name of built) expect(builds).toMatch(new RegExp(`^  '?${name.replace('-', ' ')}'?: \\{$`, 'm'));
    expect(commands.some((command) => command.startsWith('node dist/cli/offramp.cjs'))).toBe(true);
  });
});

describe('what is planted there', () => {
  test('is three look-alikes and three products, and nothing that Windows itself works with', () => {
    const whole = plantings.map(({ reg }) => reg).join('');

    expect(plantings.map(({ name }) => name)).toEqual(['three look-alikes', 'three products']);
    expect(whole).not.toMatch(/\\(Services|Control)\\/);
    const services = plantings.flatMap((planting) => planting.services);
    expect(services.map(({ name }) => name)).toEqual(expect.arrayContaining(['AVP21.3', 'klnagent', 'AVP.KES.21.19']));
    for (const { imagePath } of services) expect(imagePath).toMatch(/^"C:\\Program Files \(x86\)\\Kaspersky Lab\\/);
    for (const { reg, keys, files } of plantings) {
      expect(reg.startsWith('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_')).toBe(true);
      expect(reg).not.toMatch(/[^\r]\n/);
      expect(keys.length).toBeGreaterThan(1);
      expect(files.every(({ path }) => /\\Kaspersky Lab\\/.test(path))).toBe(true);
    }
  });

  test('is taken away key by key, and no key that others share with it', () => {
    for (const { keys, removal } of plantings) {
      expect(removal.match(/^\[-HKEY_.*\]/gm)).toEqual(keys.map((key) => `[-${key}]`));
      for (const key of keys) expect(key).toMatch(/\\(Uninstall|UpgradeCodes)\\[^\\]+$|\\WOW6432Node\\KasperskyLab$/);
    }
  });

  test('is compared, so that another verdict, product or exit code is told', async () => {
    const products = plantings[1] as (typeof plantings)[number];
    const session = openSession(toolsFor(recordedMachine(machineFixture('windows-home-2021'), 'windows-home-2021')));
    const scan = Scan.parse(await session.scan());

    expect(plantingFault(products, 3, scan)).toContain('three products: said');
    expect(plantingFault({ ...products, detections: scan.detections, verdict: scan.verdict }, 3, scan)).toBeNull();
    expect(plantingFault({ ...products, detections: scan.detections, verdict: scan.verdict }, 0, scan)).not.toBeNull();
  });
});
