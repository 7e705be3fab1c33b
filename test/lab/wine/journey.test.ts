import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWindowsExecutable } from '../../../scripts/build-windows-exe.mjs';
import { Scan } from '../../../src/main/core/matching/scan';
import type { Plan } from '../../../src/main/core/planning/plan';
import { bundle } from '../../support/command-line';
import { bundleForWindows } from './bundle-for-windows';
import { consumerProduct } from './registry/consumer-product';
import { endpointSecurity } from './registry/endpoint-security';
import { ebook, hostileUserEntry, microsoftDrivers, operatingSystemSdk } from './registry/look-alikes';
import { networkAgent } from './registry/network-agent';
import { WineLab } from './wine-lab';

const available = WineLab.available();
const home = 'C:\\Program Files\\Offramp';

/** The bundled command line and the single executable, inside a Windows with two products and their look-alikes, and inside another one. */
describe.skipIf(!available.ok)(`the command line on Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('journey');
  let built: string;

  beforeAll(async () => {
    built = await mkdtemp(path.join(tmpdir(), 'offramp-windows-'));
    await buildWindowsExecutable(bundle, path.join(built, 'offramp.exe'));
    await lab.fresh();
    await cp(built, lab.hostPath(home), { recursive: true });
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await rm(built, { recursive: true, force: true });
  });

  const scanned = (out: string): Scan => Scan.parse(JSON.parse(out));
  const plan = (...more: readonly string[]) =>
    lab.runNode(bundle, ['plan', '--json', '--settled', 'managed-by-console', ...more]);

  test('finds nothing on a Windows that has nothing', async () => {
    const ended = await lab.runNode(bundle, ['scan', '--json']);

    expect(ended.exitCode).toBe(0);
    expect(scanned(ended.stdout)).toMatchObject({ verdict: 'clear', detections: [], machine: { platform: 'windows' } });
  });

  test('is not taken in by look-alikes, and a person’s own hive never decides', async () => {
    await lab.install(ebook, operatingSystemSdk, hostileUserEntry, microsoftDrivers);

    const ended = await lab.runNode(bundle, ['scan', '--json']);
    const planned = await lab.runNode(bundle, ['plan', '--json']);

    expect(scanned(ended.stdout).detections).toMatchObject([
      { confidence: 'possible', handles: { packages: [], productCode: null } },
    ]);
    expect(ended.exitCode).toBe(8);
    expect((JSON.parse(planned.stdout) as Plan).steps).toEqual([]);
  });

  test('finds two products and tells why, from the bundle and from the single executable alike', async () => {
    await lab.install(consumerProduct(), networkAgent());
    await lab.reboot();

    const fromBundle = await lab.runNode(bundle, ['scan', '--json', '--now', '2026-11-23T12:00:00Z']);
    const version = await lab.runExe(`${home}\\offramp.exe`, ['--version']);
    const fromExe = await lab.runExe(`${home}\\offramp.exe`, ['scan', '--json', '--now', '2026-11-23T12:00:00Z']);

    const scan = scanned(fromBundle.stdout);
    expect(fromBundle.exitCode).toBe(3);
    expect(found(scan)).toEqual([
      ['kaspersky-home', 'installed', 'certain', '21.3.10.391'],
      // The entry that a person planted a test ago is still in their own hive: shown, and never more than this.
      ['kes-windows', 'installed', 'possible', null],
      ['network-agent-windows', 'installed', 'certain', expect.any(String)],
    ]);
    expect(scan.detections[0]).toMatchObject({
      edition: 'Kaspersky Security Cloud',
      licence: { definitionsDate: '2026-09-01T00:00:00.000Z' },
    });
    expect(stopping(scan)).toEqual(['managed-by-console']);
    expect(version).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\s*$/) as unknown });
    expect(fromExe.exitCode).toBe(3);
    const comparable = (text: string) => ({ ...scanned(text), scannedAt: '', probes: [] });
    expect(comparable(fromExe.stdout)).toEqual(comparable(fromBundle.stdout));
  });

  test('plans what the vendor’s own uninstallers would do, and says that a copy outside Program Files does not act', async () => {
    const planned = await plan('--output', 'Z:\\plan.json');
    const applied = await lab.runNode(bundle, ['apply', 'Z:\\plan.json', '--yes']);

    expect(planned.exitCode).toBe(0);
    expect(actions(planned.stdout)).toEqual([
      ['restore-point', 'Offramp'],
      ['remove:kaspersky-home', 'msiexec.exe /i {FF2A12B8-AEB7-48C0-95C8-E2E3D67DFCB2} REMOVE=ALL /norestart'],
      ['remove:network-agent-windows', expect.stringMatching(/^msiexec\.exe \/x \{[0-9A-F-]{36}\} \/qn \/norestart$/)],
    ]);
    expect(applied).toMatchObject({ exitCode: 9, stderr: expect.stringContaining('Program Files') as unknown });
  });

  test('finds what a firm uses, on a Windows of its own, and plans its removal', async () => {
    await lab.fresh();
    await lab.install(endpointSecurity(), networkAgent());
    await lab.reboot();

    const ended = await lab.runNode(bundle, ['scan', '--json']);
    const planned = await plan();

    const scan = scanned(ended.stdout);
    expect(found(scan)).toEqual([
      ['kes-windows', 'installed', 'certain', expect.stringMatching(/^1[24]\./)],
      ['network-agent-windows', 'installed', 'certain', expect.any(String)],
    ]);
    expect(scan.detections[0]?.edition).toMatch(/Kaspersky Endpoint Security/);
    expect(stopping(scan)).toEqual(['managed-by-console']);
    expect(actions(planned.stdout)).toEqual([
      ['restore-point', 'Offramp'],
      ['remove:kes-windows', expect.stringMatching(/^msiexec\.exe \/x \{[0-9A-F-]{36}\} \/qn \/norestart$/)],
      ['remove:network-agent-windows', expect.stringMatching(/^msiexec\.exe \/x \{[0-9A-F-]{36}\} \/qn \/norestart$/)],
    ]);
  });

  test('answers every question as every other machine does', async () => {
    const conformance = await bundleForWindows(path.join(import.meta.dirname, 'conformance-inside.ts'));
    try {
      const ended = await lab.runNode(conformance.file, [], { timeoutMs: 120_000 });

      const results = JSON.parse(ended.stdout) as readonly { readonly name: string; readonly problem: string | null }[];
      expect(results.length).toBeGreaterThan(10);
      expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
    } finally {
      await conformance.remove();
    }
  });
});

const found = ({ detections }: Scan) =>
  detections.map(({ product, state, confidence, version }) => [product, state, confidence, version]);

const stopping = ({ blockers }: Scan) => blockers.filter(({ severity }) => severity === 'stop').map(({ id }) => id);

const actions = (planned: string) =>
  (JSON.parse(planned) as Plan).steps.filter(({ kind }) => kind === 'action').map(({ id, shows }) => [id, shows]);
