/** One recorded computer as one line: its name, the verdict, and each product with state and confidence. */
export function listLine({ name, state, outputs: { scan } }) {
  const products = scan.detections.map((found) => `${found.product} ${found.state} ${found.confidence}`);
  const note = state === 'same' ? '' : `  (${state})`;
  return `${name.padEnd(56)} ${scan.verdict.padEnd(12)} ${products.join(', ') || 'no product'}${note}`;
}

/** How many computers, verdicts and products there are, most frequent first. */
export function listCounts(compared) {
  const scans = compared.map(({ outputs }) => outputs.scan);
  const products = scans.flatMap(({ detections }) => detections.map(({ product }) => product));
  const found = scans.flatMap(({ detections }) => detections.map(({ state, confidence }) => `${state} ${confidence}`));
  return [
    `${compared.length} computers: ${tally(scans.map(({ verdict }) => verdict))}`,
    `${products.length} products found, ${new Set(products).size} different: ${tally(products)}`,
    `told as: ${tally(found)}`,
  ].join('\n');
}

function tally(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
}
