import { win32 } from 'node:path';
import type { Command } from '../../../core/machine/command-for';
import type { SystemFolders } from '../native/system-folders';

/**
 * Restarts this computer after half a minute, which a person can use to save or, with `shutdown /a`, to say no. Programs are asked to close and
 * not made to: `/f` is left out on purpose. `p:4:2` notes it down as planned, for an application's installation. Null when Windows
 * does not say where it is.
 */
export const restartCommand = ({ system }: SystemFolders): Command | null =>
  system === null
    ? null
    : {
        program: win32.join(system, 'shutdown.exe'),
        arguments: ['/r', '/t', '30', '/d', 'p:4:2', '/c', 'Offramp'],
        environment: {},
      };
