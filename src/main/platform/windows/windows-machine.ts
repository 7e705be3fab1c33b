import { unanswered } from '../../core/machine/answer';
import type { Acting, Machine } from '../../core/machine/machine';
import { systemStateFolder } from '../storage/state-folders';
import { failed } from './acting/acting-tools';
import { filesWeRunFrom, isStateFolderSafe, whyNotHere } from './acting/where-we-run';
import { windowsActor, type Keeping } from './acting/windows-actor';
import { openActing } from './native/open-acting';
import { openNative, type NativeUnavailable, type WindowsNative } from './native/open-native';
import { isElevated } from './read-privilege';
import { windowsReader } from './windows-reader';

/** This Windows computer. It can be asked; it can be told by the program in Program Files, with administrator rights. */
export function windowsMachine(): Machine {
  const native = openNative();
  let acting: Acting | null = null;
  return {
    source: { kind: 'this' },
    reader: windowsReader(native),
    // Found out when first wanted: those who only look need not wait for it.
    get acting() {
      return (acting ??= actingOn(native));
    },
  };
}

function actingOn(native: WindowsNative | NativeUnavailable): Acting {
  if ('unavailable' in native) return { can: false, reason: 'platform-read-only' };
  const reason = whyNotHere(native, filesWeRunFrom());
  if (reason !== null) return { can: false, reason };
  const acting = openActing();
  if ('unavailable' in acting) return { can: false, reason: 'platform-read-only' };
  // Without the rights nothing is written, and the session says that they are missing.
  if (isElevated(native) && !isStateFolderSafe(native, acting.makeProtectedFolder, systemStateFolder()))
    return { can: false, reason: 'state-folder-unsafe' };
  const tools = {
    native,
    acting,
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    monotonicMs: () => performance.now(),
    environment: process.env,
  };
  return { can: true, actor: windowsActor(tools, nothingKept) };
}

const nothingKept: Keeping = {
  quarantine: async () => failed('tool-failed', 'nothing is moved aside here yet'),
  putBack: async () => failed('tool-failed', 'nothing is moved aside here yet'),
  keeps: async () => unanswered('not-applicable', 'nothing is moved aside here yet'),
};
