import * as z from 'zod';
import type { Words } from '../knowledge/words';
import type { Scan } from '../matching/scan';

export const threeWay = z.enum(['yes', 'no', 'inconclusive']);
export type ThreeWay = z.infer<typeof threeWay>;

/** One part of a computer that a product lives in, and whether it is gone from there. */
export const Category = z.strictObject({
  category: z.string(),
  gone: threeWay,
  /** What is still there; empty when it is gone or could not be looked at. */
  left: z.array(z.string()),
  /** Why it is not certain: what did not answer, in words. */
  notChecked: z.array(z.string()),
});
export type Category = z.infer<typeof Category>;

interface Part {
  readonly category: string;
  readonly probes: readonly string[];
  /** Kinds of residue, as signatures name them. */
  readonly residue: readonly string[];
}

/** In the order in which a person reads them. A part none of whose probes exists on a system is left out there. */
const parts: readonly Part[] = [
  {
    category: 'programs',
    probes: ['packages', 'uninstall-entries', 'msi-products', 'app-bundles', 'install-receipts', 'product-answers'],
    residue: ['package', 'receipt'],
  },
  {
    category: 'services',
    probes: ['services', 'processes', 'system-extensions'],
    residue: ['service', 'system-extension'],
  },
  {
    category: 'drivers',
    probes: ['class-filters', 'network-bindings'],
    residue: ['driver', 'class-filter', 'network-binding'],
  },
  { category: 'files', probes: ['paths', 'vendor-folders'], residue: ['file', 'folder'] },
  { category: 'registry', probes: ['vendor-keys', 'agent-state', 'user-hives'], residue: ['registry'] },
  { category: 'startup', probes: ['scheduled-tasks', 'autostarts'], residue: ['task', 'autostart'] },
  {
    category: 'browsers',
    probes: ['browser-extensions', 'native-hosts', 'extension-policies'],
    residue: ['browser-extension', 'native-host', 'extension-policy'],
  },
  { category: 'certificates', probes: ['certificates'], residue: ['certificate'] },
  { category: 'profiles', probes: ['device-profiles'], residue: ['device-profile'] },
  { category: 'protection', probes: ['protection'], residue: ['protection'] },
];

/** The residue kinds and probes that some category speaks of; a test holds them against the data. */
export const spokenOf = {
  residue: parts.flatMap(({ residue }) => residue),
  probes: parts.flatMap(({ probes }) => probes),
};

/** Category by category: is it gone from there, what is left, and what could not be looked at. */
export function categoriesOf(scan: Scan, words: Words): readonly Category[] {
  return parts.flatMap(({ category, probes, residue }) => {
    const asked = scan.probes.filter(({ id, status }) => probes.includes(id) && status !== 'not-applicable');
    if (asked.length === 0) return [];
    const left = [
      ...(category === 'programs' ? installed(scan) : []),
      ...scan.residue.filter(({ kind }) => residue.includes(kind)).map(({ where }) => where),
    ];
    const silent = asked.filter(({ status }) => status !== 'ok' && status !== 'absent');
    return [
      {
        category,
        gone: left.length > 0 ? 'no' : silent.length > 0 ? 'inconclusive' : 'yes',
        left: [...new Set(left)],
        notChecked: silent.map(({ id, status }) =>
          words('verify.not-checked', { category: words(`probes.${id}`), status: words(`probe-status.${status}`) }),
        ),
      },
    ];
  });
}

const installed = (scan: Scan): readonly string[] =>
  scan.detections
    .filter(
      ({ state, confidence, family }) =>
        state !== 'leftover' && confidence !== 'possible' && family !== 'successor' && family !== 'embedded',
    )
    .map(({ name }) => name);
