import type { Machine } from '../../core/machine/machine';
import { openNative } from './native/open-native';
import { windowsReader } from './windows-reader';

/** This Windows computer. It can be asked; acting on it is not offered, and the plan says so. */
export function windowsMachine(): Machine {
  return {
    source: { kind: 'this' },
    reader: windowsReader(openNative()),
    acting: { can: false, reason: 'platform-read-only' },
  };
}
