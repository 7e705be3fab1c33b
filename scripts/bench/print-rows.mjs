const titles = ['measured', 'ours', 'peer', 'peer is', 'ratio', 'budget', 'inside', 'runs'];

/** The whole table as text, with the notes below it. */
export function printRows(rows) {
  const cells = [titles, ...rows.map(cellsOf)];
  const widths = titles.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const notes = rows.flatMap(({ what, notes: own, notRun }) =>
    [...own, ...(notRun === undefined ? [] : [`not run: ${notRun}`])].map((note) => `  ${what}: ${note}`),
  );
  return [lines[0], rule, ...lines.slice(1), ...(notes.length === 0 ? [] : ['', ...notes])].join('\n');
}

function cellsOf({ what, ours, peer, measure, atMost, inside, runs, notRun }) {
  if (notRun !== undefined) return [what, 'not run', '', '', '', '', '', ''];
  const own = measure === ours;
  const difference = measure.unit !== 'times' && !own;
  return [
    what,
    figureText(ours),
    peer === null ? '' : figureText(peer),
    peer?.name ?? '',
    own ? '' : `${difference && measure.value >= 0 ? '+' : ''}${figureText(measure)}`,
    atMost === null ? '' : `<= ${difference ? '+' : ''}${figureText({ value: atMost, unit: measure.unit })}`,
    inside === null ? '' : inside ? 'yes' : 'NO',
    String(runs),
  ];
}

function figureText({ value, unit }) {
  const digits = value !== 0 && Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return unit === 'times' ? `${value.toFixed(Math.abs(value) < 0.1 ? 3 : 2)} x` : `${value.toFixed(digits)} ${unit}`;
}
