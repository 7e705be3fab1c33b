import { environmentWord, expandVariables } from './expand-variables';

/**
 * The program in a command line or a service's image path: quotes and arguments taken off, `%Name%` expanded, the forms drivers use
 * resolved. Null when there is none. The text is only ever looked at, never run.
 */
export function programIn(
  imagePath: string | null,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  if (imagePath === null || imagePath.trim() === '') return null;
  const windows = environmentWord('SystemRoot', environment) ?? 'C:\\Windows';
  const path = expandVariables(imagePath.trim(), environment)
    .replace(/^\\SystemRoot\\/i, `${windows}\\`)
    .replace(/^\\\?\?\\/, '')
    .replace(/^system32\\/i, `${windows}\\system32\\`);
  if (path.startsWith('"')) return /^"([^"]+)"/.exec(path)?.[1] ?? null;
  // Without quotes the program ends at its extension: a path with blanks and arguments has no other sign.
  return /^(.*?\.(?:exe|sys|dll|com|cmd|bat))(?=\s|$)/i.exec(path)?.[1] ?? path.split(' ')[0] ?? null;
}
