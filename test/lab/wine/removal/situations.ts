import type { WineLab } from '../wine-lab';
import { endpoint, home } from './stand-ins';
import type { StandIn } from './build-stand-in';
import { keepMutex, loseThePackage, plantLeftovers, planReturn } from './troubles';

/** What one removal has to deal with, and how the journey has to end. */
export interface Situation {
  readonly name: string;
  readonly product: StandIn;
  /** What the package's own removal does; see `behaviour.c`. */
  readonly wish: 'nothing' | 'fail' | 'cancel' | 'password' | 'slow' | 'restart';
  /** Done once the product is there, before the plan is made. */
  readonly before?: (lab: WineLab) => Promise<void>;
  /** Done between the plan and its being carried out. */
  readonly meanwhile?: (lab: WineLab) => Promise<void>;
  /** Stops that a person says are settled. */
  readonly settled?: string;
  readonly expected: {
    /** Exit code of `apply`, and what it says of the removal, or of the whole when it did not come to that. */
    readonly apply: number;
    readonly outcome: string;
    readonly reason: string | null;
    /** Exit codes of `apply --resume` without a restart and after one, where one is needed. */
    readonly resumed?: readonly [tooEarly: number, afterRestart: number];
    /** Exit code of `verify` at the end. */
    readonly verify: number;
  };
}

const gone = { apply: 0, outcome: 'done', reason: null, verify: 0 } as const;
const stays = { apply: 10, outcome: 'failed', verify: 3 } as const;

export const situations: readonly Situation[] = [
  { name: 'removes itself quietly', product: endpoint, wish: 'nothing', expected: gone },
  {
    name: 'removes itself through its own window, and is one that always wants a restart',
    product: home,
    wish: 'nothing',
    expected: { ...gone, apply: 5, resumed: [5, 0] },
  },
  {
    name: 'fails half way (1603)',
    product: endpoint,
    wish: 'fail',
    expected: { ...stays, reason: 'uninstaller-gave-up' },
  },
  {
    name: 'wants its password, and nobody is there to be asked',
    product: endpoint,
    wish: 'password',
    expected: { ...stays, reason: 'uninstaller-gave-up' },
  },
  {
    name: 'is cancelled in its window (1602)',
    product: home,
    wish: 'cancel',
    expected: { ...stays, reason: 'cancelled' },
  },
  {
    name: 'has lost the package it was installed from (1612)',
    product: endpoint,
    wish: 'nothing',
    before: loseThePackage,
    settled: 'cached-package-missing',
    expected: { ...stays, reason: 'package-missing' },
  },
  { name: 'is slow', product: endpoint, wish: 'slow', expected: gone },
  {
    name: 'meets another installation',
    product: endpoint,
    wish: 'nothing',
    meanwhile: keepMutex,
    expected: { apply: 6, outcome: 'blocked', reason: 'blocked', verify: 3 },
  },
  {
    name: 'leaves a folder, a service, keys and a person’s keys behind',
    product: endpoint,
    wish: 'nothing',
    before: plantLeftovers,
    expected: { ...gone, verify: 4 },
  },
  {
    name: 'wants a restart (3010)',
    product: endpoint,
    wish: 'restart',
    expected: { apply: 5, outcome: 'done-after-restart', reason: null, resumed: [5, 0], verify: 0 },
  },
  {
    name: 'comes back after the restart',
    product: endpoint,
    wish: 'restart',
    before: planReturn,
    expected: { apply: 5, outcome: 'done-after-restart', reason: null, resumed: [5, 0], verify: 3 },
  },
];
