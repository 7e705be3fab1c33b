import type { PackageContents } from './package-contents';
import { keslToolsDoc, type KeslToolsDocOptions } from './packages/kesl-tools-doc';
import { keyboardFilterLibrary } from './packages/keyboard-filter-library';
import { networkAgent, type NetworkAgentOptions } from './packages/network-agent';
import { suite, type SuiteOptions } from './packages/suite';
import { suiteGui, type SuiteGuiOptions } from './packages/suite-gui';

/**
 * Which stand-in to build, with its options. `look-alike-kfl` is a package that is also called `kfl` and has nothing to do with
 * Kaspersky; `kesl-tools-doc` only sounds like KESL.
 *
 * @example { standIn: 'kesl', control: { mode: 'expired' }, leavesBehind: true }
 */
export type StandIn =
  | ({ readonly standIn: 'kesl' | 'kess' | 'kfl' } & SuiteOptions)
  | ({ readonly standIn: 'kesl-gui' } & SuiteGuiOptions)
  | ({ readonly standIn: 'klnagent64' } & NetworkAgentOptions)
  | { readonly standIn: 'look-alike-kfl' }
  | ({ readonly standIn: 'kesl-tools-doc' } & KeslToolsDocOptions);

/** The packages' names on the computer; all that `cleanUp` ever purges. */
export const standInPackageNames = ['kesl-gui', 'kesl', 'kess', 'kfl', 'kesl-tools-doc', 'klnagent64'] as const;

/**
 * What the package of a stand-in contains.
 *
 * @param callsFile where the stand-in command line programs note every question they were asked
 */
export function describePackage(spec: StandIn, callsFile: string): PackageContents {
  switch (spec.standIn) {
    case 'kesl':
    case 'kess':
    case 'kfl':
      return suite(spec.standIn, spec, callsFile);
    case 'kesl-gui':
      return suiteGui(spec);
    case 'klnagent64':
      return networkAgent(spec, callsFile);
    case 'look-alike-kfl':
      return keyboardFilterLibrary();
    case 'kesl-tools-doc':
      return keslToolsDoc(spec);
    default:
      return assertNever(spec);
  }
}

/** Every path that any stand-in's scripts can create: the whole of what `cleanUp` is ever allowed to remove. */
export function everyRoot(): ReadonlySet<string> {
  const all: readonly StandIn[] = [
    { standIn: 'kesl' },
    { standIn: 'kess' },
    { standIn: 'kfl' },
    { standIn: 'kesl-gui' },
    { standIn: 'klnagent64' },
    { standIn: 'look-alike-kfl' },
    { standIn: 'kesl-tools-doc' },
  ];
  return new Set(all.flatMap((spec) => describePackage(spec, '/dev/null').roots));
}

function assertNever(value: never): never {
  throw new Error(`Unknown stand-in: ${JSON.stringify(value)}`);
}
