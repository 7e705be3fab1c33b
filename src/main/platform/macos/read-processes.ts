import { basename } from 'node:path';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Process } from '../../core/machine/shapes';
import { at, type MacTools } from './mac-tools';

/**
 * What runs now. `ps` tells the name under which a process was started, and whoever starts one chooses that name: so a path counts as the
 * program only when root started it. The real user is asked for, because a program with root's rights (`sudo`) keeps its caller there.
 */
export async function readProcesses(tools: MacTools, timeLimitMs: number): Promise<Answer<Process[]>> {
  const asked = await tools.runQuery({
    program: at(tools, '/bin/ps'),
    // An option each: what follows an equals sign is a heading to the end of the word. `ww`: paths are not cut off.
    arguments: ['-axww', '-o', 'pid=', '-o', 'ruid=', '-o', 'comm='],
    timeLimitMs,
  });
  switch (asked.kind) {
    case 'timed-out':
      return unanswered('timed-out', `ps did not answer within ${timeLimitMs} ms`);
    case 'not-started':
      return asked.code === 'ENOENT'
        ? unanswered('not-applicable', 'there is no ps here')
        : unanswered('failed', `ps could not be started: ${asked.code}`);
    case 'ended': {
      const processes = asked.output.split('\n').flatMap(processIn);
      return processes.length === 0
        ? unanswered('failed', `ps ended with ${asked.exitCode} and named no process`)
        : ok(processes);
    }
  }
}

function processIn(line: string): readonly Process[] {
  const [, pid, user, command] = /^ *(\d{1,10}) +(-?\d{1,10}) +(\S.*?) *$/.exec(line) ?? [];
  if (pid === undefined || command === undefined) return [];
  const isProven = user === '0' && command.startsWith('/');
  return [{ pid: Number(pid), name: basename(command), executable: isProven ? command : null }];
}
