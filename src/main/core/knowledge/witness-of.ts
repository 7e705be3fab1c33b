import type { FindingKind } from './signature';

/** What is needed of a finding to say whose word it is. */
interface Seen {
  readonly kind: FindingKind;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

interface Witness {
  /** Who speaks: all kinds that one act can write share it. */
  readonly name: string;
  /** The fact that names the act: the same text is the same act. */
  readonly actFact: string | null;
}

/**
 * Kinds that one act writes, by the fact that names the act. They repeat each other, so together they are one witness:
 * - Windows Installer records a product and lists it among installed apps in one go, both under its code;
 * - a package database keeps a package and the list of its files together;
 * - a service, a task or an autostart starts the very program that then runs, and that is the file at its path;
 * - a driver brings its filters and bindings along under its own name.
 *
 * Every other kind has a writer of its own: the vendor's key the product, an answer the program that gives it, Security Center the
 * service that registered there, a receipt the installer and not the app that lies elsewhere.
 */
const sharedWitnesses: Partial<Record<FindingKind, Witness>> = {
  'uninstall-entry': { name: 'installer', actFact: 'productCode' },
  'msi-product': { name: 'installer', actFact: 'productCode' },
  package: { name: 'package-database', actFact: 'name' },
  'package-content': { name: 'package-database', actFact: 'name' },
  service: { name: 'program', actFact: 'executable' },
  process: { name: 'program', actFact: 'executable' },
  task: { name: 'program', actFact: 'program' },
  autostart: { name: 'program', actFact: 'program' },
  path: { name: 'program', actFact: 'path' },
  driver: { name: 'driver', actFact: 'name' },
  'class-filter': { name: 'driver', actFact: 'name' },
  'network-binding': { name: 'driver', actFact: 'service' },
};

/** Who speaks through findings of this kind, whatever the finding says. */
export const witnessOf = (kind: FindingKind): string => sharedWitnesses[kind]?.name ?? kind;

/**
 * Whether at least two of these were written by different acts and are of different kinds. Two findings of one kind never are two
 * witnesses, and where a finding does not name its act it is taken for the same as any other of its witness. Taking findings
 * away never turns the answer to yes.
 */
export function haveTwoWitnesses(seen: readonly Seen[]): boolean {
  const kinds = new Set<FindingKind>();
  for (const one of seen) {
    kinds.add(one.kind);
    if (agreesWithDisk(one)) kinds.add('path');
  }
  if (kinds.size < 2) return false;
  // All through one witness: then two acts are needed that differ in their kinds.
  return new Set([...kinds].map(witnessOf)).size > 1 || haveTwoActs(seen);
}

/** A list of a package's files that was compared with the disk is the word of the database and of the disk. */
const agreesWithDisk = ({ kind, facts }: Seen): boolean => kind === 'package-content' && facts['fileIsThere'] === true;

function haveTwoActs(seen: readonly Seen[]): boolean {
  const kindsOfAct = new Map<string, Set<FindingKind>>();
  for (const one of seen) {
    const act = actOf(one);
    if (act === null) continue;
    const kinds = kindsOfAct.get(act);
    if (kinds === undefined) kindsOfAct.set(act, new Set([one.kind]));
    else kinds.add(one.kind);
  }
  return kindsOfAct.size > 1 && new Set([...kindsOfAct.values()].flatMap((kinds) => [...kinds])).size > 1;
}

function actOf({ kind, facts }: Seen): string | null {
  const fact = sharedWitnesses[kind]?.actFact;
  const act = fact == null ? null : facts[fact];
  return typeof act === 'string' && act !== '' ? act.toLowerCase() : null;
}
