import { controlAnswers, type ControlOptions } from '../control/control-answers';
import { controlScript } from '../control/control-script';
import { laboratorySummary, type PackageContents, type PackageFile } from '../package-contents';
import { prermScript, type RemovalOptions } from './removal';
import { postinstScript, postrmScript } from './suite-scripts';
import { dottedVersion, payloadFolder } from './versions';

export type SuiteProduct = 'kesl' | 'kess' | 'kfl';

export interface SuiteOptions extends RemovalOptions {
  /** Package version, `12.2.0-2412`. */
  readonly version?: string;
  /** What the stand-in `<product>-control` answers. */
  readonly control?: ControlOptions;
  /** False: installed but never set up. No unit, no `/opt` folder, no command line link (C-NIX2). Default true. */
  readonly setUp?: boolean;
}

/**
 * One product of the suite in its documented layout: the package ships a miniature root below `/var/opt/kaspersky/<product>`, and
 * `postinst` makes the run-time tree from it (C-COLLECT, C-AUR-12.1, C-NIX2, seen 2026-11-23). So dpkg does not own what lies in `/opt`.
 *
 * kess 3.3.0 and kfl 2.0.0 are documented without a build number (K-KESS-INST, K-KFL-INST): theirs are invented.
 * [?] For kfl the folders, the unit and the command's place are by analogy with kesl only.
 */
export function suite(product: SuiteProduct, options: SuiteOptions, callsFile: string): PackageContents {
  const version = options.version ?? defaultVersions[product];
  return {
    name: product,
    version,
    summary: laboratorySummary,
    // Perl is documented as needed (K-SETUP-11.2); [?] the exact fields are not known. kav4fs and kesl exclude each other on Debian.
    depends: ['perl-base'],
    conflicts: product === 'kesl' ? ['kav4fs'] : [],
    files: payload(product, version, options.control, callsFile),
    scripts: {
      postinst: postinstScript(product, version, options.setUp ?? true),
      prerm: prermScript(product, options),
      postrm: postrmScript(product, options.leavesBehind ?? false),
    },
    roots: suiteRoots(product),
  };
}

const defaultVersions: Readonly<Record<SuiteProduct, string>> = {
  kesl: '12.2.0-2412',
  kess: '3.3.0-1001',
  kfl: '2.0.0-1001',
};

function payload(
  product: SuiteProduct,
  version: string,
  control: ControlOptions | undefined,
  callsFile: string,
): readonly PackageFile[] {
  const root = `/var/opt/kaspersky/${product}/${payloadFolder(version)}`;
  const answers = controlAnswers(product, dottedVersion(version), control ?? {});
  const says = (text: string) => `#!/bin/sh\necho "${product} stand-in: ${text}"\n`;
  return [
    {
      path: `${root}/opt/kaspersky/${product}/bin/${product}-control`,
      text: controlScript(product, answers, callsFile),
      mode: 0o755,
    },
    {
      path: `${root}/opt/kaspersky/${product}/bin/${product}-setup.pl`,
      text: '#!/usr/bin/perl\nexit 0;\n',
      mode: 0o755,
    },
    { path: `${root}/opt/kaspersky/${product}/libexec/${product}`, text: says('nothing runs here'), mode: 0o755 },
    { path: `${root}/opt/kaspersky/${product}/doc/README`, text: `${laboratorySummary}\n`, mode: 0o644 },
    { path: `${root}/etc/init.d/${product}`, text: says('$1'), mode: 0o755 },
    {
      path: `${root}/usr/local/share/man/man1/${product}-control.1`,
      text: `.TH ${product}-control 1\n`,
      mode: 0o644,
    },
  ];
}

function suiteRoots(product: SuiteProduct): readonly string[] {
  return [
    `/opt/kaspersky/${product}`,
    `/var/opt/kaspersky/${product}`,
    `/var/log/kaspersky/${product}`,
    `/usr/bin/${product}-control`,
    `/etc/systemd/system/${product}.service`,
    `/etc/systemd/system/multi-user.target.wants/${product}.service`,
  ];
}
