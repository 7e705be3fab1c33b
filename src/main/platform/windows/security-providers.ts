import { existsHere } from './exists-here';
import type { WindowsNative } from './native/open-native';
import type { Reading } from './native/reading';
import { programIn } from './program-in';
import { numberOf, textOf } from './registry-data';

/** One antivirus that Security Center has registered. */
export interface SecurityProvider {
  readonly name: string;
  readonly state: number | null;
  /** None of the programs it named is there any more. */
  readonly isGhost: boolean;
}

/** Security Center's own list in the registry, the same that its WMI class gives (background knowledge of Windows). */
export function securityProviders({ registry }: WindowsNative): Reading<readonly SecurityProvider[]> {
  const tree = registry.readTree('HKLM', providers, 64, {
    depth: 1,
    maxKeys: 500,
    only: ['DISPLAYNAME', 'PRODUCTEXE', 'REPORTINGEXE', 'STATE'],
  });
  if (tree.status !== 'ok') return tree;
  const hole = tree.value.unread[0];
  if (hole !== undefined) return hole.why;
  return {
    status: 'ok',
    value: tree.value.keys.slice(1).flatMap(({ values }) => {
      const name = textOf(values, 'DISPLAYNAME');
      if (name === null || name.trim() === '') return [];
      const programs = ['PRODUCTEXE', 'REPORTINGEXE'].map((value) => programIn(textOf(values, value), process.env));
      return [{ name, state: numberOf(values, 'STATE'), isGhost: areGone(programs) }];
    }),
  };
}

/** A product may name an address (`windowsdefender://`) instead of a program: only paths on this computer can be missing. */
function areGone(programs: readonly (string | null)[]): boolean {
  const known = programs.filter((program) => program !== null).filter((program) => /^[A-Za-z]:\\/.test(program));
  return known.length > 0 && known.every((program) => existsHere(program) === false);
}

/** Where the list lies, as evidence for people who ask. */
export const providers = 'SOFTWARE\\Microsoft\\Security Center\\Provider\\Av';
