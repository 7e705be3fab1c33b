const titles = ['measured', 'ours', 'peer', 'peer is', 'ratio', 'budget', 'verdict', 'runs'];

/** The whole table as text, with the notes below it. A row without a budget has no verdict. */
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

/** One sentence: how many rows are within their budget, over it, without one, or not there at all. */
export function countRows(rows) {
  const count = (holds) => rows.filter(holds).length;
  const notRun = count((row) => row.notRun !== undefined);
  const without = count(({ inside }) => inside === null) - notRun;
  const counts = `${count(({ inside }) => inside === true)} within budget, ${count(({ inside }) => inside === false)} over`;
  return `${counts}, ${without} without a budget, ${notRun} not run.`;
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
    inside === null ? '' : inside ? 'within' : 'OVER',
    String(runs),
  ];
}

function figureText({ value, unit }) {
  const digits = value !== 0 && Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return unit === 'times' ? `${value.toFixed(Math.abs(value) < 0.1 ? 3 : 2)} x` : `${value.toFixed(digits)} ${unit}`;
}
