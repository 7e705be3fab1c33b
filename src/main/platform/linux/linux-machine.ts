import { join } from 'node:path';
import type { Machine } from '../../core/machine/machine';
import { systemStateFolder } from '../storage/state-folders';
import { linuxActor } from './linux-actor';
import { linuxReader } from './linux-reader';
import { thisLinux, type LinuxTools } from './linux-tools';

/** This Linux computer: it can be asked and told. */
export function linuxMachine(tools: LinuxTools = thisLinux()): Machine {
  return {
    source: { kind: 'this' },
    reader: linuxReader(tools),
    acting: { can: true, actor: linuxActor(tools, join(systemStateFolder(), 'quarantine')) },
  };
}
