// Runs inside the laboratory's Windows: starts one program, and writes down how it ended. Linux would cut the exit code to eight
// bits, and node.exe cannot write to a Unix pipe; between two Windows processes and files both work.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const folder = process.argv[2];
const request = JSON.parse(fs.readFileSync(path.join(folder, 'request.json'), 'utf8'));
const [stdout, stderr] = ['stdout', 'stderr'].map((name) => fs.openSync(path.join(folder, name), 'w'));
let timedOut = false;

const child = spawn(request.exe, request.args, {
  cwd: request.cwd ?? 'Z:\\',
  env: { ...process.env, ...request.env },
  stdio: ['ignore', stdout, stderr],
  windowsVerbatimArguments: request.verbatim ?? false,
});
const timer = setTimeout(() => {
  timedOut = true;
  child.kill();
}, request.timeoutMs);
child.on('error', (error) => finish({ exitCode: null, timedOut, fault: error.message }));
child.on('exit', (code) => finish({ exitCode: timedOut ? null : code, timedOut }));

/** Written under another name first: the result is there whole or not at all. */
function finish(result) {
  clearTimeout(timer);
  fs.writeFileSync(path.join(folder, 'result.tmp'), JSON.stringify(result));
  fs.renameSync(path.join(folder, 'result.tmp'), path.join(folder, 'result.json'));
}
