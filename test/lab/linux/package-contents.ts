/** Everything that goes into one package, as a plain value: what `buildDeb` and `buildRpm` turn into a file. */
export interface PackageContents {
  readonly name: string;
  /** As the package manager spells it, `12.2.0-2412`. */
  readonly version: string;
  readonly summary: string;
  readonly depends: readonly string[];
  readonly conflicts: readonly string[];
  readonly files: readonly PackageFile[];
  readonly scripts: Partial<Readonly<Record<MaintainerScript, string>>>;
  /** Every path outside `files` that the scripts may create. The laboratory claims these before it installs, and cleans only these. */
  readonly roots: readonly string[];
}

export interface PackageFile {
  /** Absolute, as it will lie on the computer. */
  readonly path: string;
  readonly text: string;
  readonly mode: 0o644 | 0o755;
}

export type MaintainerScript = 'preinst' | 'postinst' | 'prerm' | 'postrm';

/**
 * The mark by which the laboratory knows its own packages. The real Maintainer and Description of Kaspersky's packages are not known,
 * so ours are plainly synthetic and must never be taken for a second proof of anything.
 */
export const laboratoryMaintainer = 'Offramp laboratory <laboratory@offramp.example.org>';
export const laboratorySummary = 'Offramp laboratory stand-in, not the real product';
