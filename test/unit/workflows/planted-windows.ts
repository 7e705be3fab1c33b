import type { Detection } from '../../../src/main/core/matching/detection';
import type { Scan } from '../../../src/main/core/matching/scan';
import { consumerProduct } from '../../lab/wine/registry/consumer-product';
import { endpointSecurity } from '../../lab/wine/registry/endpoint-security';
import { ebook, hostileUserEntry, operatingSystemSdk } from '../../lab/wine/registry/look-alikes';
import { networkAgent } from '../../lab/wine/registry/network-agent';
import type { RegistryFixture } from '../../lab/wine/registry-text';

/** Something to plant on a real Windows that is thrown away afterwards, and what a scan must then say. */
export interface Planting {
  readonly name: string;
  readonly reg: string;
  /** Every key of `reg`, or the vendor's own key in place of all those below it: none may be there before, and all go afterwards. */
  readonly keys: readonly string[];
  readonly removal: string;
  readonly files: RegistryFixture['files'];
  /** Made by the service manager, which does not see what is written to its keys before the next start of Windows. */
  readonly services: readonly { readonly name: string; readonly imagePath: string }[];
  readonly exitCode: number;
  readonly verdict: Scan['verdict'];
  readonly detections: readonly ExpectedDetection[];
}

type ExpectedDetection = Pick<Detection, 'confidence'> & Partial<Pick<Detection, 'product' | 'state' | 'version'>>;

const systemKeys = 'HKEY_LOCAL_MACHINE\\SYSTEM\\';

/** The laboratory's own look-alikes and products, in the order in which they are planted: products come on top of look-alikes. */
export const plantings: readonly Planting[] = [
  planting('three look-alikes', [ebook, operatingSystemSdk, hostileUserEntry], {
    exitCode: 8,
    verdict: 'inconclusive',
    detections: [{ confidence: 'possible' }],
  }),
  planting('three products', [consumerProduct(), networkAgent(), endpointSecurity()], {
    exitCode: 3,
    verdict: 'present',
    detections: [
      { product: 'kaspersky-home', state: 'installed', confidence: 'certain', version: '21.3.10.391' },
      { product: 'kes-windows', state: 'installed', confidence: 'certain' },
      { product: 'network-agent-windows', state: 'installed', confidence: 'certain' },
    ],
  }),
];

/** What of a scan is not as expected, or null. */
export function plantingFault(expected: Planting, exitCode: number | null, scan: Scan): string | null {
  const seen = scan.detections.map((found, at) => {
    const wanted = Object.keys(expected.detections[at] ?? found) as (keyof ExpectedDetection)[];
    return Object.fromEntries(wanted.map((field) => [field, found[field] ?? null]));
  });
  const said = JSON.stringify({ exitCode, verdict: scan.verdict, detections: seen });
  const { verdict, detections } = expected;
  const wanted = JSON.stringify({ exitCode: expected.exitCode, verdict, detections });
  return said === wanted ? null : `${expected.name}: said ${said}, expected ${wanted}`;
}

function planting(
  name: string,
  fixtures: readonly RegistryFixture[],
  expected: Pick<Planting, 'exitCode' | 'verdict' | 'detections'>,
): Planting {
  const all = fixtures.flatMap(({ reg }) => sectionsOf(reg));
  const sections = all.filter(({ key }) => !key.startsWith(systemKeys));
  const keys = [...new Set(sections.map(({ key }) => key.replace(/^(.*?\\KasperskyLab)\\.*$/, '$1')))];
  return {
    name,
    reg: regFile(sections.map(({ text }) => text)),
    keys,
    removal: regFile(keys.map((key) => `[-${key}]\n`)),
    files: fixtures.flatMap(({ files }) => files).filter(({ path }) => !/^c:\\windows\\/i.test(path)),
    services: all.flatMap(serviceIn),
    ...expected,
  };
}

/** Ordinary services, never drivers: those are nothing to play with. */
function serviceIn({ key, text }: Section): Planting['services'] {
  const name = /\\Services\\([^\\]+)$/.exec(key)?.[1];
  const path = /^"ImagePath"=hex\(2\):(.*)$/m.exec(text)?.[1];
  if (name === undefined || path === undefined || !text.includes('"Type"=dword:00000010')) return [];
  const imagePath = Buffer.from(path.replaceAll(',', ''), 'hex').toString('utf16le').replace(/\0$/, '');
  return [{ name, imagePath }];
}

interface Section {
  readonly key: string;
  readonly text: string;
}

function sectionsOf(reg: string): readonly Section[] {
  return reg
    .split(/^(?=\[)/m)
    .filter((text) => text.startsWith('['))
    .map((text) => ({ key: text.slice(1, text.indexOf(']\n')), text }));
}

function regFile(sections: readonly string[]): string {
  return `Windows Registry Editor Version 5.00\n\n${sections.join('\n')}\n`.replaceAll(/\r?\n/g, '\r\n');
}
