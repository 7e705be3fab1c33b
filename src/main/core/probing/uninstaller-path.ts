/**
 * The program an uninstall command starts, or null. Only its path is ever taken, never an argument, and only when it can be read in one
 * way: absolute on a drive, an executable, without variables or names that Windows reads as other ones. Where a command without
 * quotes holds spaces, the first `.exe` that ends a word is meant, because it is the one that a careful caller would quote.
 */
export function uninstallerPath(command: string | null): string | null {
  const text = command?.trim() ?? '';
  const path = text.startsWith('"') ? /^"([^"]+)"(?:\s|$)/.exec(text)?.[1] : /^(.+?\.exe)(?:\s|$)/i.exec(text)?.[1];
  return path !== undefined && isPlain(path) && !startsOthers.test(path) ? path : null;
}

/** Names without anything that leads elsewhere: `..`, dots or spaces at their end, streams, short names, variables, other slashes. */
const isPlain = (path: string): boolean =>
  /^[A-Za-z]:\\(?:[^\\/:*?"<>|%\p{C}]+\\)*[^\\/:*?"<>|%\p{C}]+\.exe$/iu.test(path) &&
  path.split('\\').every((name) => !/^[ .]|[ .]$|~\d/.test(name));

/** Programs that start what their arguments name; which that is cannot be told from the path. */
const startsOthers =
  /\\(msiexec|rundll32|regsvr32|cmd|powershell|pwsh|wscript|cscript|mshta|control|explorer|conhost|forfiles)\.exe$/i;
