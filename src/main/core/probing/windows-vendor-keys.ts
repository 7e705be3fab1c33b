import { ok } from '../machine/answer';
import type { RegistryKey } from '../machine/shapes';
import type { Finding } from './finding';
import { expandedTextIn, numberIn } from './registry-values';
import type { Ask, Probe } from './probe';

const vendor = 'SOFTWARE\\KasperskyLab';
const productKey = /^(AVP|KES|KSDE|PURE|KSVLA)[\d.]*$/i;

/**
 * The vendor's own keys, one per product, in both views. Only `environment` and `Data` of product-like keys are read: the
 * licence stores beside them (`LicStrg`, `protected\LicStorage`, `Data\LicCache`) are the user's and stay unread (G34).
 * An empty key survives an uninstall, so `environment` must be there to speak of an installation (G2; seen 2026-11-23).
 */
export const windowsVendorKeysProbe: Probe = {
  id: 'vendor-keys',
  platforms: ['windows'],
  required: true,
  limitMs: 10_000,
  async run(ask) {
    const findings: Finding[] = [];
    for (const view of [64, 32] as const) {
      for (const parent of [vendor, `${vendor}\\protected`]) {
        const found = await ask('registry-tree', { root: 'HKLM', view, path: parent, depth: 0 });
        if (found.status === 'absent') continue;
        if (found.status !== 'ok') return found;
        const names = (found.value[0]?.subkeys ?? []).filter((name) => productKey.test(name));
        findings.push(...(await Promise.all(names.map((name) => productAt(ask, view, `${parent}\\${name}`, name)))));
      }
    }
    return ok(findings);
  },
};

async function productAt(ask: Ask, view: 64 | 32, path: string, name: string): Promise<Finding> {
  const read = async (leaf: string): Promise<RegistryKey | null> => {
    const answer = await ask('registry-tree', { root: 'HKLM', view, path: `${path}\\${leaf}`, depth: 0 });
    return answer.status === 'ok' ? (answer.value[0] ?? null) : null;
  };
  const [environment, data] = await Promise.all([read('environment'), read('Data')]);
  const updatedAt = data === null ? null : numberIn(data, 'LastSuccessfulUpdate');
  return {
    probe: 'vendor-keys',
    kind: 'vendor-key',
    where: `HKLM${view}\\${path}`,
    facts: {
      key: name,
      hasEnvironment: environment !== null,
      productName: environment && expandedTextIn(environment, 'ProductName'),
      version:
        environment &&
        (expandedTextIn(environment, 'ProductDisplayVersion') ?? expandedTextIn(environment, 'ProductVersion')),
      productCode: environment && productCodeIn(environment),
      productRoot: environment && expandedTextIn(environment, 'ProductRoot'),
      definitionsDate:
        updatedAt === null || updatedAt <= 0 || updatedAt > 4_102_444_800
          ? null
          : new Date(updatedAt * 1000).toISOString(),
      // 0 means "no licence", and then the other values say nothing (G1).
      licenceKeyType: data && numberIn(data, 'LicKeyType'),
      daysLeft:
        data !== null && (numberIn(data, 'LicKeyType') ?? 0) > 0
          ? signed(numberIn(data, 'LicDaysTillExpiration'))
          : null,
    },
    trust: 'system',
  };
}

function productCodeIn(environment: RegistryKey): string | null {
  const code = expandedTextIn(environment, 'ProductCode')?.toUpperCase() ?? '';
  return /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(code) ? code : null;
}

/** A DWORD that counts down past zero comes back as a huge number. */
const signed = (dword: number | null): number | null =>
  dword === null ? null : dword > 0x7fff_ffff ? dword - 0x1_0000_0000 : dword;
