/**
 * One Windows command line from words, so that a program which follows the C runtime's rules gets exactly these words back:
 * words with blanks are quoted, quotation marks and the backslashes before them are doubled or escaped.
 */
export const commandLineFrom = (words: readonly string[]): string => words.map(quotedWhereNeeded).join(' ');

function quotedWhereNeeded(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
