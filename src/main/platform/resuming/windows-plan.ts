import { commandLineFrom } from '../windows/acting/command-line';
import type { PlainCommand } from '../elevation/plain-command';
import { dayMs, requireRun, type ResumeRequest } from './resume-request';

/** The same, as Windows keeps it. */
export type WindowsResume =
  | { readonly kind: 'run-once'; readonly key: string; readonly name: string; readonly line: string }
  | { readonly kind: 'task'; readonly path: string; readonly xml: string };

/**
 * The next start goes through the computer's RunOnce key, which Windows documents for exactly this: once, when an administrator signs
 * in. `!` before the name has the entry stay until the command has come to its end, so that a power cut costs nothing. The look after a day is
 * a task of the scheduler, made up for when the computer was off at the time. Throws for a run or a program that is none of ours.
 */
export function windowsResume({ run, command, when }: ResumeRequest, now: Date): WindowsResume {
  requireRun(run);
  if (!/^[A-Za-z]:\\/.test(command.program)) throw new Error(`not an absolute path: ${command.program}`);
  if (when === 'next-start')
    return {
      kind: 'run-once',
      key: runOnceKey,
      name: runOnceName(run),
      line: commandLineFrom([command.program, ...command.arguments]),
    };
  return { kind: 'task', path: taskPath(run), xml: taskXml(command, new Date(now.getTime() + dayMs)) };
}

export const runOnceKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
export const runOnceName = (run: string): string => `!Offramp ${run}`;
export const taskPath = (run: string): string => `\\Offramp\\Look again ${run}`;

/** For the administrators who are signed in then, with their rights; gone by itself a week later. */
function taskXml({ program, arguments: words }: PlainCommand, at: Date): string {
  const expires = new Date(at.getTime() + 7 * dayMs);
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Author>Offramp</Author></RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <StartBoundary>${momentOf(at)}</StartBoundary>
      <EndBoundary>${momentOf(expires)}</EndBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author"><GroupId>S-1-5-32-544</GroupId><RunLevel>HighestAvailable</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <DeleteExpiredTaskAfter>PT0S</DeleteExpiredTaskAfter>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>${escaped(program)}</Command><Arguments>${escaped(commandLineFrom(words))}</Arguments></Exec>
  </Actions>
</Task>
`;
}

/** `2026-11-26T12:00:00Z`: the scheduler wants whole seconds. */
const momentOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
