import { spawn } from 'node:child_process';

/**
 * Runs a program of this machine to its end and gives its exit code; null when it was killed.
 * Nothing is inherited: Wine's background processes would hold a pipe open until the whole Windows ends.
 */
export function runUnix(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  options: { readonly cwd?: string; readonly timeoutMs?: number } = {},
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      env,
      stdio: 'ignore',
      killSignal: 'SIGKILL',
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
  });
}

/** Runs a Windows program. The exit code is of no use here: Linux keeps only its last eight bits. */
export async function runWine(
  command: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly cwd: string; readonly timeoutMs: number },
): Promise<void> {
  await runUnix('wine', command, options.env, options);
}
