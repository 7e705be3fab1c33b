import { ok } from '../machine/answer';
import type { RegistryKey } from '../machine/shapes';
import type { Finding } from './finding';
import type { Ask, Probe } from './probe';
import { expandedTextIn, numberIn, textIn } from './registry-values';
import { dateOfFileTime, dateOfUnixTime, daysInSubscriptionAddress, signed } from './vendor-values';

const vendor = 'SOFTWARE\\KasperskyLab';
const productKey = /^((AVP|KES|KSDE|PURE|KSVLA)[\d.]*(SP\d)?|KSOS\d+)$/i;

/**
 * The vendor's own keys, one per product, in both views. Only what is named here is read: the licence stores beside it
 * (`LicStrg`, `protected\LicStorage`, `Data\LicCache`) are the user's and stay unread (G34). An empty key survives an
 * uninstall, so `environment` must be there to speak of an installation (G2; seen 2026-11-23).
 */
export const windowsVendorKeysProbe: Probe = {
  id: 'vendor-keys',
  platforms: ['windows'],
  required: true,
  limitMs: 10_000,
  async run(ask) {
    const findings: Finding[] = [];
    for (const view of [64, 32] as const) {
      const look = lookerAt(ask, view);
      for (const parent of [vendor, `${vendor}\\protected`]) {
        const found = await ask('registry-tree', { root: 'HKLM', view, path: parent, depth: 0 });
        if (found.status === 'absent') continue;
        if (found.status !== 'ok') return found;
        const subkeys = found.value[0]?.subkeys ?? [];
        const names = subkeys.filter((name) => productKey.test(name));
        findings.push(...(await Promise.all(names.map((name) => productAt(look, view, `${parent}\\${name}`, name)))));
        if (subkeys.some((name) => /^WSEE$/i.test(name)))
          findings.push(...(await serverSecurity(look, view, `${parent}\\WSEE`)));
        if (subkeys.some((name) => /^Components$/i.test(name)))
          findings.push(...(await connectors(look, view, parent)));
      }
    }
    return ok(findings);
  },
};

/** One key, or null when it is not there or may not be read. */
type Look = (path: string) => Promise<RegistryKey | null>;

const lookerAt =
  (ask: Ask, view: 64 | 32): Look =>
  async (path) => {
    const answer = await ask('registry-tree', { root: 'HKLM', view, path, depth: 0 });
    return answer.status === 'ok' ? (answer.value[0] ?? null) : null;
  };

async function productAt(look: Look, view: 64 | 32, path: string, name: string): Promise<Finding> {
  const [itself, environment, data, settings, password, update, crossProduct] = await Promise.all(
    [
      '',
      'environment',
      'Data',
      'settings',
      'settings\\PasswordProtectionSettings',
      'Data\\UpdateState',
      'Data\\CrossProductStore',
    ].map((leaf) => look(leaf === '' ? path : `${path}\\${leaf}`)),
  );
  const text = (value: string) => (environment == null ? null : expandedTextIn(environment, value));
  return {
    probe: 'vendor-keys',
    kind: 'vendor-key',
    where: `HKLM${view}\\${path}`,
    facts: {
      key: name,
      hasEnvironment: environment !== null,
      productName: text('ProductName'),
      version: text('ProductDisplayVersion') ?? text('ProductVersion'),
      productCode: productCode(text('ProductCode')),
      productRoot: text('ProductRoot'),
      // Versions before 11 keep only their settings here (G4, G6).
      settingsVersion: settings == null ? null : textIn(settings, 'SettingsVersion'),
      definitionsDate:
        dateOfUnixTime(data == null ? null : numberIn(data, 'LastSuccessfulUpdate')) ??
        dateOfFileTime(update == null ? null : textIn(update, 'LastUpdate')),
      ...licenceFacts(name, data ?? null, crossProduct ?? null),
      selfDefence: settings == null ? null : yes(numberIn(settings, 'EnableSelfProtection')),
      // An empty text means that no password was set (G3); a feature that is not there has none either.
      passwordProtected: password == null ? null : (textIn(password, 'OPEP') ?? '') !== '',
      holdsLicence: holdsLicence(itself, data),
    },
    trust: 'system',
  };
}

/**
 * `LicKeyType` 0 means "no licence", and then the other values say nothing (G1): known of the business products alone. The home
 * products tell it in the address they open to renew a licence, as 21.3 did (G31); that they keep the others too is not known.
 */
function licenceFacts(name: string, data: RegistryKey | null, crossProduct: RegistryKey | null): Finding['facts'] {
  const address = crossProduct === null ? null : textIn(crossProduct, 'SubscriptionUrl');
  if (/^AVP/i.test(name) || data === null)
    return { licenceKeyType: null, keyState: null, daysLeft: daysInSubscriptionAddress(address) };
  const type = numberIn(data, 'LicKeyType');
  return {
    licenceKeyType: type,
    keyState: type === 0 ? 'none' : null,
    daysLeft: (type ?? 0) > 0 ? signed(numberIn(data, 'LicDaysTillExpiration')) : null,
  };
}

/** Security for Windows Server and Embedded Systems Security keep one key per version (G2, G4, seen 2026-11-23). */
async function serverSecurity(look: Look, view: 64 | 32, path: string): Promise<readonly Finding[]> {
  const versions = (await look(path))?.subkeys ?? [];
  return Promise.all(
    versions.map(async (version) => {
      const install = await look(`${path}\\${version}\\Install`);
      const facts = {
        key: 'WSEE',
        hasEnvironment: install !== null,
        version: (install === null ? null : textIn(install, 'Version')) ?? version,
      };
      return vendorKey(`HKLM${view}\\${path}\\${version}`, facts);
    }),
  );
}

/** What products tell the Network Agent of themselves (G2, G4, K15, seen 2026-11-23). */
async function connectors(look: Look, view: 64 | 32, parent: string): Promise<readonly Finding[]> {
  const path = `${parent}\\Components\\34\\Connectors`;
  const products = (await look(path))?.subkeys ?? [];
  const perProduct = await Promise.all(
    products.map(async (product) => {
      const versions = (await look(`${path}\\${product}`))?.subkeys ?? [];
      return Promise.all(
        versions.map(async (version) => {
          const place = `${path}\\${product}\\${version}`;
          const key = await look(place);
          return vendorKey(`HKLM${view}\\${place}`, {
            key: `connector ${product}`,
            hasEnvironment: key !== null && textIn(key, 'ProdDisplayName') !== null,
            productName: key === null ? null : textIn(key, 'ProdDisplayName'),
            version: (key === null ? null : textIn(key, 'ProdVersion')) ?? version,
          });
        }),
      );
    }),
  );
  return perProduct.flat();
}

const vendorKey = (where: string, facts: Finding['facts']): Finding => ({
  probe: 'vendor-keys',
  kind: 'vendor-key',
  where,
  facts,
  trust: 'system',
});

/** Whether a licence store lies in it (G34): its name is enough, and it stays unread. Null when the key itself could not be read. */
const holdsLicence = (itself: RegistryKey | null | undefined, data: RegistryKey | null | undefined): boolean | null =>
  itself == null
    ? null
    : [...itself.subkeys, ...(data?.subkeys ?? [])].some((name) => /^Lic(Cache|Storage|Strg)$/i.test(name));

const yes = (dword: number | null): boolean | null => (dword === null ? null : dword !== 0);

function productCode(text: string | null): string | null {
  const code = text?.toUpperCase() ?? '';
  return /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(code) ? code : null;
}
