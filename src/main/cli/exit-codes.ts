import type { RunOutcome } from '../core/execution/journal';
import type { Scan } from '../core/matching/scan';
import type { Refusal } from '../core/session/session';

/** What scripts rely on. Numbers never change their meaning. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  present: 3,
  leftovers: 4,
  restartNeeded: 5,
  blocked: 6,
  needsElevation: 7,
  inconclusive: 8,
  refused: 9,
  stepFailed: 10,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOfScan(verdict: Scan['verdict']): ExitCode {
  return {
    present: exitCodes.present,
    leftovers: exitCodes.leftovers,
    clear: exitCodes.done,
    inconclusive: exitCodes.inconclusive,
  }[verdict];
}

export function exitCodeOfRun(outcome: RunOutcome): ExitCode {
  return {
    done: exitCodes.done,
    'restart-needed': exitCodes.restartNeeded,
    blocked: exitCodes.blocked,
    refused: exitCodes.refused,
    failed: exitCodes.stepFailed,
  }[outcome];
}

export function exitCodeOfRefusal(refusal: Refusal): ExitCode {
  switch (refusal.reason) {
    case 'blocked':
    case 'somebody-else':
      return exitCodes.blocked;
    case 'needs-elevation':
      return exitCodes.needsElevation;
    case 'nothing-to-do':
      return exitCodes.done;
    case 'plan-differs':
    case 'no-such-run':
    case 'journal-edited':
    case 'journal-unreadable':
    case 'run-ended':
    case 'computer-changed':
    case 'cannot-act':
    case 'no-such-item':
    case 'kept-unreadable':
      return exitCodes.refused;
    case 'record-not-written':
      return exitCodes.stepFailed;
  }
}
