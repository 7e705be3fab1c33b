/** `12.2.0-2412` as the command line and the folders write it: `12.2.0.2412` (C-CHECKMK, C-AUR-12.1, seen 2026-11-23). */
export function dottedVersion(packageVersion: string): string {
  return packageVersion.replace('-', '.');
}

/**
 * The folder in which a package of the suite carries its miniature root: `install` in 10.1 to 11.2, `install_<a.b.c.d>` in 12.x
 * (C-AUR-10.1, C-EBUILD, C-AUR-12.1, C-NIX2, seen 2026-11-23). [?] 11.3 and 11.4 are not documented; they follow 12.x here.
 */
export function payloadFolder(packageVersion: string): string {
  const [major = 0, minor = 0] = packageVersion.split('.').map(Number);
  const isOld = major < 11 || (major === 11 && minor <= 2);
  return isOld ? 'install' : `install_${dottedVersion(packageVersion)}`;
}
