// The start of dist/cli/offramp.cjs. The program itself follows as a comment, so that Node does not read it twice: compiling it is most of what a
// start costs, and what was compiled when it was built lies beside it. Without that, or with another Node, it is compiled as any program is.
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const begin = '/*program\n';
const own = readFileSync(__filename, 'latin1');
const text = own.slice(own.lastIndexOf(begin) + begin.length, own.lastIndexOf('\n*/')).replaceAll('*\u0001/', '*/');
const cachedData = compiledEarlier(__filename.replace(/\.cjs$/, '.cache'), own.slice(own.lastIndexOf('//') + 2).trim());
const script = new Script(wrap(text), { filename: __filename, ...(cachedData === null ? {} : { cachedData }) });
const here = { exports: module.exports };
script
  .runInThisContext()
  .call(here.exports, here.exports, createRequire(__filename), here, __filename, dirname(__filename));

/** V8 itself refuses what another version compiled; that it belongs to this very program is ours to check. */
function compiledEarlier(file, program) {
  try {
    const bytes = readFileSync(file);
    return bytes.toString('latin1', 0, program.length) === program ? bytes.subarray(program.length) : null;
  } catch {
    return null;
  }
}
