import type { Signature } from '../knowledge/signature';
import type { Detection } from './detection';
import type { MarkMatch } from './match-marks';
import { isBelow } from './places';

/** What a removal takes hold of: names, codes and paths from marks whose findings only the system could have written. */
export const findHandles = (signature: Signature, trusted: readonly MarkMatch[]): Detection['handles'] => ({
  packages: [...new Set(trusted.flatMap((match) => given(match, 'package')))].sort(),
  productCode: trusted.flatMap((match) => given(match, 'productCode'))[0] ?? null,
  uninstaller: trusted.flatMap((match) => uninstallerOf(signature, match))[0] ?? null,
});

function given({ mark, finding }: MarkMatch, handle: 'package' | 'productCode' | 'uninstaller'): readonly string[] {
  const fact = mark.gives?.[handle];
  const value = fact === undefined ? null : finding.facts[fact];
  return typeof value === 'string' ? [value] : [];
}

type Uninstaller = NonNullable<Detection['handles']['uninstaller']>;

/** Only inside the product's own protected folder, and only from the computer's own list of apps. */
function uninstallerOf({ uninstaller }: Signature, match: MarkMatch): readonly Uninstaller[] {
  const [program] = given(match, 'uninstaller');
  const { view, entry } = /^HKLM(?<view>32|64)\\.+\\(?<entry>[^\\]+)$/.exec(match.finding.where)?.groups ?? {};
  const isOwn =
    program !== undefined &&
    match.finding.facts['uninstallerIsProtected'] === true &&
    uninstaller?.within.some((folder) => isBelow(folder, program)) === true;
  return isOwn && entry !== undefined
    ? [{ program, signedBy: uninstaller.signedBy, entry, view: view === '32' ? 32 : 64 }]
    : [];
}
