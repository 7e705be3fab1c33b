import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 1_700;

/**
 * Runs a program to its end. Whenever nothing has been printed for a while it says so, at least every two seconds.
 * Never throws for a failing program: the exit code is part of the answer.
 * @param {{ label: string, command: string, args: string[], say: Function, show?: boolean, cwd?: string,
 *   env?: NodeJS.ProcessEnv, timeoutMs?: number }} task `show` passes the program's lines on
 * @returns {Promise<{ ok: boolean, code: number | null, output: string, seconds: number, timedOut: boolean }>}
 */
export function runWithProgress({ label, command, args, say, show = false, cwd, env, timeoutMs }) {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    let output = '';
    let timedOut = false;
    // A group of its own, so that a time limit also ends what the program itself started.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: canEndGroups });
    const end = (signal) => endGroup(child, signal);
    const onInterrupt = () => {
      end('SIGINT');
      process.exit(130);
    };
    const onTerminate = () => {
      end('SIGTERM');
      process.exit(143);
    };
    process.once('SIGINT', onInterrupt).once('SIGTERM', onTerminate);

    const heartbeat = setInterval(() => {
      if (Date.now() - say.lastAt < HEARTBEAT_MS) return;
      say(`  … ${label}: ${seconds(startedAt).toFixed(0)} s`);
    }, 250);
    const limit = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs);
    function expire() {
      timedOut = true;
      end('SIGTERM');
      setTimeout(() => end('SIGKILL'), 5_000).unref();
    }

    const passOn = show ? lines((line) => say(line)) : () => {};
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-200_000);
        passOn(text);
      });
    }
    child.on('error', (error) => finish(null, error.message));
    child.on('close', (code) => finish(code, ''));
    let finished = false;
    function finish(code, problem) {
      if (finished) return;
      finished = true;
      clearInterval(heartbeat);
      clearTimeout(limit);
      process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
      passOn('\n');
      resolve({ ok: code === 0 && !timedOut, code, output: output + problem, seconds: seconds(startedAt), timedOut });
    }
  });
}

const canEndGroups = process.platform !== 'win32';
const seconds = (since) => (Date.now() - since) / 1000;

function endGroup(child, signal) {
  try {
    if (canEndGroups && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function lines(take) {
  let rest = '';
  return (text) => {
    const parts = (rest + text).split(/\r?\n/);
    rest = parts.pop() ?? '';
    for (const line of parts) if (line.trim() !== '') take(line);
  };
}
