const size = 50_000;

/** Long texts that make a careless pattern go back and forth: pieces of the pattern itself repeated, and what paths and names are made of. */
export function hostileTexts(pattern: string): readonly string[] {
  const plain = pattern.replace(/\\\\/g, '\\').replace(/\\([.()[\]])/g, '$1');
  const words = [...new Set(plain.match(/[\p{L}\p{N}][\p{L}\p{N} .-]*/gu) ?? [])].filter((word) => word.length > 1);
  const start = 'C:\\Program Files\\';
  return [
    ...['a', '1', '1.', ' ', '\\', 'a\\', '"', '.'].map((piece) => repeated(piece)),
    ...words.flatMap((word) => [
      repeated(word),
      repeated(`${word} `),
      start + repeated(`${word}\\`),
      repeated(`\\${word}`),
    ]),
    start + repeated('Kaspersky Lab\\'),
    start + repeated('Kaspersky Lab\\Kaspersky 21.3\\'),
    start + repeated(`${words[0] ?? 'a'}\\Kaspersky Lab\\`),
  ];
}

/** Ends in something no pattern expects, so that it never matches early. */
const repeated = (piece: string): string => `${piece.repeat(Math.ceil(size / piece.length)).slice(0, size)}\n!`;
