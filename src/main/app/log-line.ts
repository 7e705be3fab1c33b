import { hostname } from 'node:os';
import { redactor } from '../core/machine/redact';
import { namesOfUsers } from '../platform/session-tools';

/** One line to standard error, without names of people or of this computer. Nothing is kept in a file. */
export function logLine(): (line: string) => void {
  const redact = redactor({ userNames: namesOfUsers(), hostName: hostname() });
  return (line) => void process.stderr.write(`offramp: ${redact(line)}\n`);
}
