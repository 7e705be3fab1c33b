import type { PlainCommand } from './plain-command';

/**
 * macOS asks for an administrator when AppleScript runs a shell line "with administrator privileges". Every word is quoted twice: for
 * the shell, where single quotes leave nothing special, and for AppleScript, where a backslash and a double quote are.
 */
export function appleScriptCommand({ program, arguments: words }: PlainCommand): PlainCommand {
  const line = [program, ...words].map(shellQuoted).join(' ');
  return {
    program: '/usr/bin/osascript',
    arguments: ['-e', `do shell script ${appleQuoted(line)} with administrator privileges`],
  };
}

const shellQuoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

const appleQuoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
