import { spawnSync } from 'node:child_process';

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one program to its end. Synchronous, so that the laboratory can clean up from a process's exit handler. */
export type RunCommand = (
  program: string,
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
) => CommandResult;

/** `RunCommand` on this computer, in English, without questions, and with the system folders that dpkg insists on. */
export const runCommand: RunCommand = (program, args, environment = {}) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LC_ALL: 'C.UTF-8',
      DEBIAN_FRONTEND: 'noninteractive',
      PATH: `/usr/sbin:/sbin:${process.env.PATH ?? '/usr/bin:/bin'}`,
      ...environment,
    },
  });
  if (error) return { exitCode: null, stdout: '', stderr: error.message };
  return { exitCode: status, stdout, stderr };
};
