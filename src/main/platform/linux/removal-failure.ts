/** Why a removal failed; each has words in the messages. */
export const removalFailures = [
  'package-tools-locked',
  'vendor-script-failed',
  'needs-elevation',
  'disk-full',
  'disk-read-only',
  'package-held',
  'dependencies-broken',
  'would-remove-more',
  'tool-failed',
] as const;
export type RemovalFailure = (typeof removalFailures)[number];

/** The reason in what a package tool said. The tools run with English words, so these are matched; what is not known is `tool-failed`. */
export function removalFailure(said: string): RemovalFailure {
  return signs.find(({ sign }) => sign.test(said))?.reason ?? 'tool-failed';
}

/**
 * The line that says most, at most 300 characters: the one that shows the reason, else the last with content. apt ends every failure of
 * dpkg with the same two lines, which tell nothing. Null when nothing was said.
 */
export function lastWords(said: string): string | null {
  // The names that dpkg lists after its failures stand in the lines before, with what happened.
  const own = said.replace(/^Errors were encountered while processing:\r?\n(?: \S+\r?\n)*/gm, '');
  const lines = own
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const sign = signs.find(({ sign: candidate }) => candidate.test(said))?.sign;
  const telling = lines.filter((line) => !tellsNothing.test(line));
  const line = (sign && lines.findLast((candidate) => sign.test(candidate))) ?? telling.at(-1) ?? lines.at(-1);
  return line === undefined ? null : line.slice(0, 300);
}

const tellsNothing =
  /^(E: Sub-process \S+ returned an error code|Errors were encountered|Processing was halted|dpkg: error processing|Use 'dpkg --)/;

/**
 * In the order of what explains the others: a disk that is full or can only be read makes scripts fail, and a missing right shows as a lock that
 * cannot be had. apt asks `are you root?` also of root, when the disk can only be read.
 */
const signs: readonly { readonly reason: RemovalFailure; readonly sign: RegExp }[] = [
  {
    reason: 'disk-full',
    sign: /No space left on device|not enough free (disk )?space|insufficient (disk )?space|needs \S+ more space/i,
  },
  { reason: 'disk-read-only', sign: /Read-only file system/i },
  {
    reason: 'needs-elevation',
    sign: /are you root\?|requires superuser privilege|has to be run with superuser|Root privileges are required/i,
  },
  {
    reason: 'package-tools-locked',
    sign: /Could not get lock|Unable to (acquire|lock)|is locked by another process|frontend lock|can't create transaction lock|System management is locked|Another app is currently holding/i,
  },
  {
    reason: 'vendor-script-failed',
    sign: /(pre-removal|post-removal|prerm|postrm|maintainer) script.*(error|exit status|killed)|%(pre|post)un\S*.*(scriptlet failed|error)|scriptlet.*failed/i,
  },
  { reason: 'package-held', sign: /Held packages were changed|held packages|package is on hold/i },
  {
    reason: 'dependencies-broken',
    sign: /Unmet dependencies|--fix-broken install|dependency problems|Failed dependencies|unmet dependencies/i,
  },
];
