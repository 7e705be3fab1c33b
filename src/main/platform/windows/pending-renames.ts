/** A file that Windows moves at its next start; `to` is null when it deletes it. */
export interface PendingRename {
  readonly from: string;
  readonly to: string | null;
}

/**
 * Decodes PendingFileRenameOperations: pairs of texts, the second empty for a deletion, which is why the usual reading of a list
 * (up to the first empty text) would lose nearly all of it. Pairs without a first text are holes that others left behind.
 */
export function pendingRenames(bytes: Buffer): readonly PendingRename[] {
  const texts = bytes.toString('utf16le', 0, bytes.length & ~1).split('\0');
  const pairs = Array.from({ length: Math.ceil(texts.length / 2) }, (_, index) => [
    texts[index * 2],
    texts[index * 2 + 1],
  ]);
  return pairs.flatMap(([from, to]) => {
    if (from === undefined || from === '') return [];
    return [{ from: withoutPrefix(from), to: to === undefined || to === '' ? null : withoutPrefix(to) }];
  });
}

/** `\??\` is the kernel's way to a drive; `!` lets a move replace what is there, `*1` and the like are the system's own marks. */
const withoutPrefix = (text: string): string => text.replace(/^(?:\*\d+|!)*\\\?\?\\/, '');
