import { spawn } from 'node:child_process';
import type { Command } from '../core/machine/command-for';
import { restartCommand } from './windows/acting/restart-command';
import { openNative } from './windows/native/open-native';

export type Restarting = { readonly ok: true } | { readonly ok: false; readonly detail: string };

/** Asks the system to restart this computer in its own way: programs are told to close, and services end in order. */
export async function restartComputer(platform: NodeJS.Platform = process.platform): Promise<Restarting> {
  const command = commandOn(platform);
  if (command === null) return { ok: false, detail: `no way to restart ${platform} is known` };
  return new Promise((resolve) => {
    const child = spawn(command.program, command.arguments, { stdio: 'ignore', windowsHide: true });
    child.once('error', (error) => resolve({ ok: false, detail: error.message }));
    child.once('exit', (code) =>
      resolve(code === 0 ? { ok: true } : { ok: false, detail: `${command.program} ended with ${code}` }),
    );
  });
}

function commandOn(platform: NodeJS.Platform): Command | null {
  switch (platform) {
    case 'linux':
      return { program: '/usr/bin/systemctl', arguments: ['reboot'], environment: {} };
    case 'win32': {
      const native = openNative();
      return 'unavailable' in native ? null : restartCommand(native.folders);
    }
    default:
      return null;
  }
}
