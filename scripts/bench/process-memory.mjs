import fs from 'node:fs';

/**
 * Memory of a process and everything below it, in megabytes: proportional set size, in which a page that several processes share
 * counts once. Sums of resident sizes would count it in each.
 */
export function memoryOfTree(pid) {
  const kilobytes = treeOf(pid).map(proportionalKilobytes);
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1000;
}

function treeOf(top) {
  const children = new Map();
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid) => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(top);
}

// The name of a program stands in brackets and may itself hold brackets and spaces.
function parentOf(pid) {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

const proportionalKilobytes = (pid) =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

function readOrNothing(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    // It ended while we looked.
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
    throw error;
  }
}
