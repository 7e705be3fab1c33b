import type { Blocker } from '../scan';

/** Whether a blocker stops everything or is only good to know, and who can settle it. */
type Kind = Pick<Blocker, 'severity' | 'who'>;

/**
 * Every blocker we can recognise. Each has `blockers.<id>.says` and `.nextStep` in the messages. What stops would make the
 * removal fail half way or lose somebody's data; a person can say that it has been settled.
 */
export const blockerKinds = {
  'managed-by-console': { severity: 'stop', who: 'administrator' },
  'agent-without-server': { severity: 'warn', who: 'administrator' },
  'device-management': { severity: 'warn', who: 'administrator' },
  'may-hold-encrypted-data': { severity: 'stop', who: 'administrator' },
  'password-protected': { severity: 'warn', who: 'you' },
  'self-defence-on': { severity: 'warn', who: 'vendor' },
  'remove-button-hidden': { severity: 'warn', who: 'administrator' },
  'cached-package-missing': { severity: 'stop', who: 'vendor' },
  'filter-without-driver': { severity: 'stop', who: 'administrator' },
  'package-tools-locked': { severity: 'stop', who: 'wait' },
  'package-tools-unfinished': { severity: 'warn', who: 'you' },
  'installer-busy': { severity: 'stop', who: 'wait' },
  'restart-pending': { severity: 'stop', who: 'you' },
  'renames-pending': { severity: 'warn', who: 'you' },
  'safe-mode': { severity: 'stop', who: 'you' },
  'battery-low': { severity: 'stop', who: 'you' },
  'on-battery': { severity: 'warn', who: 'you' },
  'remote-session': { severity: 'warn', who: 'you' },
  'no-restore-point': { severity: 'warn', who: 'you' },
  'server-without-security-center': { severity: 'warn', who: 'administrator' },
  'built-in-off-by-policy': { severity: 'warn', who: 'administrator' },
} as const satisfies Record<string, Kind>;

export type BlockerId = keyof typeof blockerKinds;

export const blockerIds = Object.keys(blockerKinds) as BlockerId[];

/** A blocker that was recognised, before it is put into words. */
export interface Recognised {
  readonly id: BlockerId;
  readonly product: string | null;
  /** What the words are filled with. */
  readonly names: Readonly<Record<string, string>>;
}

export const recognised = (
  id: BlockerId,
  product: string | null = null,
  names: Recognised['names'] = {},
): Recognised => ({ id, product, names });
