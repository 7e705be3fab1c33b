import { productCommandNames } from '../../../src/main/core/machine/product-commands';
import { questionNames, type Given, type Question } from '../../../src/main/core/machine/questions';
import type { Platform } from '../../../src/main/core/machine/shapes';
import type { Available } from './subject';

export interface Sample {
  readonly question: Question;
  readonly given: Given<Question>;
}

/** At least one way to ask every question of the table: what is known to be there, what is not, and what nobody should ask. */
export function samples(platform: Platform, available: Available): readonly Sample[] {
  return [...ordinarySamples(platform, available), ...hostileSamples(platform)];
}

/** Ways to ask that a careful program may use. */
export function ordinarySamples(platform: Platform, available: Available): readonly Sample[] {
  return questionNames.flatMap((question) =>
    givenFor(question, platform, available).map((given) => ({ question, given })),
  );
}

/** Names and places made up to trip a reader. It owes an answer of the right shape, and nothing more. */
export function hostileSamples(platform: Platform): readonly Sample[] {
  return [
    ...hostilePaths(platform).flatMap((path): readonly Sample[] => [
      { question: 'path', given: { path } },
      { question: 'folder', given: { path } },
      { question: 'text', given: { path } },
    ]),
    ...hostilePackages.map((name): Sample => ({ question: 'package-files', given: { manager: 'dpkg', name } })),
    ...hostileKeys.map((path): Sample => ({
      question: 'registry-tree',
      given: { root: 'HKLM', view: 64, path, depth: 0 },
    })),
  ];
}

export const hostilePackages = ['', '../../../etc/passwd', '--help', '$(id)', 'a'.repeat(5000), 'bash\n'] as const;

/** A place that is on no computer. */
export const nowhere = (platform: Platform): string =>
  platform === 'windows' ? 'C:\\offramp-conformance\\nothing here' : '/offramp-conformance/nothing here';

export const nowhereInRegistry: Given<'registry-tree'> = {
  root: 'HKLM',
  view: 64,
  path: 'SOFTWARE\\Offramp conformance\\nothing here',
  depth: 1,
};

function givenFor(question: Question, platform: Platform, available: Available): readonly Given<Question>[] {
  switch (question) {
    case 'description':
    case 'privilege':
    case 'packages':
    case 'package-tools':
    case 'services':
    case 'processes':
    case 'browser-extensions':
    case 'certificates':
    case 'protection':
    case 'built-in-protection':
    case 'condition':
    case 'connectivity':
    case 'minifilters':
    case 'restore-points':
    case 'user-profiles':
    case 'msi-products':
    case 'scheduled-tasks':
    case 'autostarts':
    case 'native-hosts':
    case 'extension-policies':
    case 'class-filters':
    case 'network-bindings':
    case 'app-bundles':
    case 'install-receipts':
    case 'system-extensions':
    case 'device-profiles':
      return [{}];
    case 'package-files':
      return [{ manager: 'dpkg', name: 'offramp-conformance-nothing' }, ...present(available.installedPackage)];
    case 'path':
    case 'folder':
    case 'text':
      return [
        { path: nowhere(platform) },
        ...present(available.file, available.folder, available.text?.path).map((path) => ({ path })),
      ];
    case 'product-command':
      return productCommandNames.map((command) => ({ command }));
    case 'registry-tree':
      return [nowhereInRegistry, { ...nowhereInRegistry, root: 'HKCU', view: 32 }, ...present(available.registryTree)];
    default:
      return assertNever(question);
  }
}

const present = <T>(...values: readonly (T | undefined)[]): readonly T[] =>
  values.flatMap((value) => (value === undefined ? [] : [value]));

function hostilePaths(platform: Platform): readonly string[] {
  const everywhere = ['', '.', 'relative/name', '/with\0nul', `/${'long/'.repeat(2000)}`];
  // A reader that believes every place is a small file never comes back from these.
  return platform === 'windows'
    ? [...everywhere, 'NUL', '\\\\?\\', 'C:\\con']
    : [...everywhere, '/dev/zero', '/proc/kmsg'];
}

const hostileKeys = ['', '\\', 'SOFTWARE\\\\Microsoft', '..\\..', 'with\0nul'] as const;

function assertNever(value: never): never {
  throw new Error(`No sample for ${String(value)}`);
}
