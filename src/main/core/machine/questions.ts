import * as z from 'zod';
import { productCommandNames } from './product-commands';
import * as condition from './condition-shapes';
import * as reach from './reach-shapes';
import * as shape from './shapes';
import * as software from './software-shapes';

const nothing = z.strictObject({});

/**
 * Everything a computer can be asked, in one table: name -> what is given, what comes back. Recording, replaying, simulating,
 * time limits and the conformance suite all walk this table, so a new question is one entry here and one answer per platform.
 */
export const questions = {
  description: { given: nothing, gives: shape.MachineDescription },
  privilege: { given: nothing, gives: shape.Privilege },
  packages: { given: nothing, gives: z.array(shape.InstalledPackage) },
  'package-files': {
    given: z.strictObject({ manager: z.enum(shape.packageManagers), name: z.string() }),
    gives: z.array(z.string()),
  },
  'package-tools': { given: nothing, gives: shape.PackageTools },
  services: { given: nothing, gives: z.array(shape.Service) },
  processes: { given: nothing, gives: z.array(shape.Process) },
  path: { given: z.strictObject({ path: z.string() }), gives: shape.PathFacts },
  folder: { given: z.strictObject({ path: z.string() }), gives: z.array(shape.FolderEntry) },
  text: { given: z.strictObject({ path: z.string() }), gives: z.string() },
  'product-command': { given: z.strictObject({ command: z.enum(productCommandNames) }), gives: shape.CommandAnswer },
  'registry-tree': {
    given: z.strictObject({
      root: z.enum(['HKLM', 'HKCU', 'HKU']),
      view: z.union([z.literal(32), z.literal(64)]),
      path: z.string(),
      /** 0 reads the key alone, 1 its subkeys too, and so on. */
      depth: z.int().min(0).max(6),
      /** Only the values of these names are wanted: a narrower answer, and much quicker where thousands of programs are listed. */
      only: z.array(z.string()).optional(),
    }),
    gives: z.array(shape.RegistryKey),
  },
  'browser-extensions': { given: nothing, gives: z.array(shape.BrowserExtension) },
  certificates: { given: nothing, gives: z.array(shape.Certificate) },
  protection: { given: nothing, gives: z.array(shape.ProtectionProduct) },
  'built-in-protection': { given: nothing, gives: z.array(condition.BuiltInProtection) },
  condition: { given: nothing, gives: condition.Condition },
  connectivity: { given: nothing, gives: condition.Connectivity },
  minifilters: { given: nothing, gives: z.array(condition.Minifilter) },
  'restore-points': { given: nothing, gives: z.array(condition.RestorePoint) },
  'user-profiles': { given: nothing, gives: z.array(software.UserProfile) },
  'msi-products': { given: nothing, gives: z.array(software.MsiProduct) },
  'scheduled-tasks': { given: nothing, gives: z.array(reach.ScheduledTask) },
  autostarts: { given: nothing, gives: z.array(reach.Autostart) },
  'native-hosts': { given: nothing, gives: z.array(reach.NativeHost) },
  'extension-policies': { given: nothing, gives: z.array(reach.ExtensionPolicy) },
  'class-filters': { given: nothing, gives: z.array(reach.ClassFilter) },
  'network-bindings': { given: nothing, gives: z.array(reach.NetworkBinding) },
  'app-bundles': { given: nothing, gives: z.array(software.AppBundle) },
  'install-receipts': { given: nothing, gives: z.array(software.InstallReceipt) },
  'system-extensions': { given: nothing, gives: z.array(software.SystemExtension) },
  'device-profiles': { given: nothing, gives: z.array(software.DeviceProfile) },
} as const;

export type Question = keyof typeof questions;
export type Given<Q extends Question> = z.infer<(typeof questions)[Q]['given']>;
export type Gives<Q extends Question> = z.infer<(typeof questions)[Q]['gives']>;

export const questionNames = Object.keys(questions) as Question[];

/**
 * One question with what is given, as one line of text: the key under which a machine file keeps the answer. `only` narrows an answer
 * and does not make it another one.
 */
export function questionKey<Q extends Question>(question: Q, given: Given<Q>): string {
  const parts = Object.entries(given)
    .filter(([name]) => name !== 'only')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${String(value)}`);
  return [question, ...parts].join(' ');
}
