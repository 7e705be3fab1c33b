import { assertNever } from './assert-never';
import type { RunView } from '../../preload/contract/requests';
import type { RemovalState } from './journey-state';

/** The run that this journey is about, or null before there is one. */
export function runOf(removal: RemovalState): RunView | null {
  switch (removal.phase) {
    case 'running':
    case 'interrupted':
    case 'ended':
      return removal.view;
    case 'asking':
    case 'refused':
    case 'failed':
      return removal.resuming;
    case 'idle':
      return null;
    default:
      return assertNever(removal);
  }
}
