import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { elevatedCommand, type ElevationTools } from '../../../src/main/platform/elevation/elevated-command';
import { elevationRefusal } from '../../../src/main/platform/elevation/elevation-refusal';

const command = { program: '/opt/offramp/offramp', arguments: ['apply', 'it\'s "so" \\ $HOME `x`'] };
const tools = (change: Partial<ElevationTools> & { readonly has?: readonly string[] }): ElevationTools => ({
  platform: 'linux',
  isElevated: false,
  hasTerminal: false,
  findProgram: (name) => (change.has?.includes(name) === true ? `/usr/bin/${name}` : null),
  ...change,
});

describe('a command with more rights', () => {
  it('stays as it is when we have them', () => {
    expect(elevatedCommand(command, tools({ isElevated: true }))).toEqual(command);
  });

  it('goes through polkit, which asks on its own only where there is a terminal', () => {
    const words = [command.program, ...command.arguments];

    expect(elevatedCommand(command, tools({ has: ['pkexec', 'sudo'] }))).toEqual({
      program: '/usr/bin/pkexec',
      arguments: ['--disable-internal-agent', ...words],
    });
    expect(elevatedCommand(command, tools({ has: ['pkexec'], hasTerminal: true }))).toEqual({
      program: '/usr/bin/pkexec',
      arguments: words,
    });
  });

  it('goes through sudo only where it can ask', () => {
    expect(elevatedCommand(command, tools({ has: ['sudo'], hasTerminal: true }))).toEqual({
      program: '/usr/bin/sudo',
      arguments: ['--', command.program, ...command.arguments],
    });
    expect(elevatedCommand(command, tools({ has: ['sudo'] }))).toEqual({ unavailable: 'no-prompt' });
    expect(elevatedCommand(command, tools({}))).toEqual({ unavailable: 'no-prompt' });
  });

  it('is handed on by our own program on Windows, which asks, starts and waits', () => {
    expect(
      elevatedCommand({ program: 'C:\\offramp.exe', arguments: ['apply'] }, tools({ platform: 'windows' })),
    ).toEqual({ program: 'C:\\offramp.exe', arguments: ['apply', '--through-uac'] });
  });

  it('keeps every word whole through AppleScript and the shell on macOS', () => {
    const made = elevatedCommand(
      { ...command, program: '/usr/bin/printf', arguments: ['%s|', ...command.arguments] },
      tools({ platform: 'macos' }),
    );

    if ('unavailable' in made) throw new Error(made.unavailable);
    const line =
      /^do shell script "(.*)" with administrator privileges$/s
        .exec(made.arguments[1] ?? '')?.[1]
        ?.replace(/\\(["\\])/g, '$1') ?? '';
    expect(made.program).toBe('/usr/bin/osascript');
    expect(execFileSync('/bin/sh', ['-c', line], { encoding: 'utf8' })).toBe(`${command.arguments.join('|')}|`);
  });

  it('must be an absolute path', () => {
    expect(() => elevatedCommand({ program: 'offramp', arguments: [] }, tools({}))).toThrow('not an absolute path');
  });
});

describe('an exit code of polkit', () => {
  it('tells a closed prompt from nobody to ask, and both from the command’s own', () => {
    expect([126, 127, 0, 1, 10].map(elevationRefusal)).toEqual(['denied', 'no-agent', null, null, null]);
  });
});
