import { journeyBegins, type JourneyState } from '../state/journey-state';
import { plan } from './fixtures/plans';
import {
  doneRun,
  failedRun,
  goneAndProtected,
  goneUnprotected,
  interruptedRun,
  leftoversRun,
  restartRun,
  runningRun,
  stillThere,
  toolLines,
  untold,
} from './fixtures/runs';
import {
  afterSwitchScan,
  blindScan,
  clearScan,
  hintsScan,
  hostileScan,
  leftoversScan,
  linuxProbes,
  managedScan,
  presentScan,
} from './fixtures/scans';
import { computers, facts, ranking } from './fixtures/surroundings';

const here: JourneyState = {
  ...journeyBegins,
  facts,
  computers: { chosen: 'this', list: computers },
  check: { phase: 'found', scan: presentScan },
};
const there: JourneyState = {
  ...here,
  computers: { chosen: 'sim:linux-server', list: computers },
  check: { phase: 'found', scan: { ...managedScan, machine: { ...managedScan.machine, simulated: true } } },
  plan: { phase: 'ready', plan },
  ranking: { phase: 'found', ranking },
  needs: { audience: 'small-business', budget: 'any' },
};
const prepared: JourneyState = {
  ...there,
  plan: { phase: 'ready', plan: { ...plan, blockers: [] } },
  choices: { ...there.choices, settled: ['managed-by-console'], replaceWith: 'clamav' },
  prepared: {
    'managed-by-console': 'done',
    'prepare:licence': 'done',
    'prepare:quarantine': 'done',
    'package-tools-unfinished': 'done',
  },
  decided: true,
};
const removing: JourneyState = { ...prepared, page: 'remove' };
const proving: JourneyState = {
  ...prepared,
  page: 'prove',
  removal: { phase: 'ended', view: doneRun, lines: toolLines },
};
const refusal = { reason: 'elevation-denied', blockers: [], detail: null };

/** Every screen in every state, as values. */
export const scenes = {
  'check-empty': { ...here, check: { phase: 'empty' } },
  'check-busy': {
    ...here,
    check: {
      phase: 'looking',
      ticked: linuxProbes.slice(0, 5).map((probe, at) => ({ probe, found: [1834, 212, 96, 0, 0][at] ?? 0 })),
    },
  },
  'check-found': here,
  'check-managed': { ...here, check: { phase: 'found', scan: managedScan } },
  'check-leftovers': { ...here, check: { phase: 'found', scan: leftoversScan } },
  'check-clear': { ...here, check: { phase: 'found', scan: clearScan } },
  'check-after-switch': { ...here, check: { phase: 'found', scan: afterSwitchScan } },
  'check-only-hints': { ...here, check: { phase: 'found', scan: hintsScan } },
  'check-not-everything': { ...here, check: { phase: 'found', scan: blindScan } },
  'check-failed': { ...here, check: { phase: 'failed', detail: 'the data pack could not be read' } },
  'check-simulated': there,
  'check-hostile': { ...here, check: { phase: 'found', scan: hostileScan } },
  'prepare-empty': { ...here, page: 'prepare', check: { phase: 'found', scan: clearScan } },
  'prepare-busy': { ...here, page: 'prepare', check: { phase: 'looking', ticked: [] } },
  'prepare-found': { ...there, page: 'prepare', prepared: { 'prepare:quarantine': 'looked-at' } },
  'prepare-failed': { ...there, page: 'prepare', plan: { phase: 'failed', detail: 'no answer from the main process' } },
  'prepare-done': { ...prepared, page: 'prepare' },
  'choose-empty': { ...here, page: 'choose' },
  'choose-busy': { ...there, page: 'choose', ranking: { phase: 'busy', previous: null } },
  'choose-found': { ...there, page: 'choose' },
  'choose-none': { ...there, page: 'choose', ranking: { phase: 'found', ranking: [] } },
  'choose-failed': {
    ...there,
    page: 'choose',
    ranking: { phase: 'failed', detail: 'no answer from the main process' },
  },
  'choose-done': { ...prepared, page: 'choose' },
  'remove-empty': { ...here, page: 'remove', check: { phase: 'found', scan: clearScan } },
  'remove-blocked': { ...there, page: 'remove' },
  'remove-ready': removing,
  'remove-asking': { ...removing, removal: { phase: 'asking', resuming: null } },
  'remove-refused': { ...removing, removal: { phase: 'refused', refusal, resuming: null } },
  'remove-busy': {
    ...removing,
    removal: {
      phase: 'running',
      view: runningRun,
      step: { id: 'remove:klnagent', since: '2026-11-23T15:09:00Z' },
      lines: toolLines,
    },
  },
  'remove-interrupted': { ...removing, removal: { phase: 'interrupted', view: interruptedRun } },
  'remove-restart': { ...removing, removal: { phase: 'ended', view: restartRun, lines: [] } },
  'remove-failed': { ...removing, removal: { phase: 'ended', view: failedRun, lines: [] } },
  'remove-fault': {
    ...removing,
    removal: { phase: 'failed', detail: 'no answer from the main process', resuming: null },
  },
  'remove-done': { ...removing, removal: { phase: 'ended', view: doneRun, lines: toolLines } },
  'prove-empty': { ...there, page: 'prove' },
  'prove-busy': { ...proving, proof: { phase: 'looking' } },
  'prove-done': {
    ...proving,
    proof: { phase: 'done', verification: goneAndProtected },
    saving: { phase: 'saved', savedAs: '/home/ana/offramp-proof.html' },
  },
  'prove-unprotected': { ...proving, proof: { phase: 'done', verification: goneUnprotected } },
  'prove-still-there': { ...proving, proof: { phase: 'done', verification: stillThere } },
  'prove-not-certain': { ...proving, proof: { phase: 'done', verification: untold } },
  'prove-failed': { ...proving, proof: { phase: 'failed', detail: 'no answer from the main process' } },
  'history-empty': { ...here, page: 'history', history: { phase: 'found', runs: [], undo: { phase: 'idle' } } },
  'history-busy': { ...here, page: 'history', history: { phase: 'busy' } },
  'history-found': {
    ...here,
    page: 'history',
    history: {
      phase: 'found',
      runs: [doneRun, { ...failedRun, run: 'older', startedAt: '2026-11-20T09:12:00Z' }],
      undo: { phase: 'idle' },
    },
  },
  'history-moved-aside': {
    ...here,
    page: 'history',
    history: { phase: 'found', runs: [leftoversRun], undo: { phase: 'idle' } },
  },
  'history-undoing': {
    ...here,
    page: 'history',
    history: { phase: 'found', runs: [leftoversRun], undo: { phase: 'undoing', run: 'leftovers' } },
  },
  'history-not-undone': {
    ...here,
    page: 'history',
    history: { phase: 'found', runs: [leftoversRun], undo: { phase: 'refused', run: 'leftovers', refusal } },
  },
  'history-failed': {
    ...here,
    page: 'history',
    history: { phase: 'failed', detail: 'no answer from the main process' },
  },
  'settings-found': { ...here, page: 'settings' },
  'settings-busy': { ...removing, page: 'settings', removal: { phase: 'asking', resuming: null } },
} as const satisfies Readonly<Record<string, JourneyState>>;

/** Scenes that begin with a press: the same values, with what the button of that test id opens. */
export const pressedScenes: Readonly<Record<string, { readonly scene: keyof typeof scenes; readonly press: string }>> =
  {
    'history-kept': { scene: 'history-moved-aside', press: 'moved-aside-leftovers' },
    'evidence-found': { scene: 'check-managed', press: 'see-evidence' },
    'evidence-leftovers': { scene: 'check-leftovers', press: 'see-evidence' },
    'evidence-nothing': { scene: 'check-clear', press: 'see-evidence' },
    'evidence-denied': { scene: 'check-not-everything', press: 'see-evidence' },
    'evidence-hostile': { scene: 'check-hostile', press: 'see-evidence' },
    'evidence-simulated': { scene: 'check-simulated', press: 'see-evidence' },
  };
