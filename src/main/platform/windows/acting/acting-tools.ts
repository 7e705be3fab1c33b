import type { ActionOutcome } from '../../../core/machine/actions';
import type { ActingNative } from '../native/open-acting';
import type { WindowsNative } from '../native/open-native';

/** What acting on Windows is done with. Time is handed in, so that tests need not wait. */
export interface ActingTools {
  readonly native: WindowsNative;
  readonly acting: ActingNative;
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds from a clock that nobody sets. */
  readonly monotonicMs: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const failed = (reason: string, detail: string | null = null): ActionOutcome => ({
  outcome: 'failed',
  reason,
  detail: detail === null ? null : detail.slice(0, 300),
});
