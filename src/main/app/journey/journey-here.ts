import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Language } from '../../core/knowledge/knowledge';
import type { Plan } from '../../core/planning/plan';
import type { KeptThing } from '../../../preload/contract/requests';
import { sessionToolsFor } from '../../platform/session-tools';
import { systemStateFolder } from '../../platform/storage/state-folders';
import { commandLine } from './command-line';
import type { Opening } from './computers';
import { elevatedRunner } from './elevated-runner';
import { elevationHere } from './elevation-here';
import { isLockHeld } from './lock-holder';
import { openJourney } from './open-journey';
import { pacedMachine } from './paced-machine';
import type { Tell } from './runner';
import { simulatedRunner } from './simulated-runner';
import { startDetached } from './start-detached';

export interface Place {
  readonly isPackaged: boolean;
  readonly resourcesPath: string;
  readonly appPath: string;
  /** The person's own folder for this program. */
  readonly userData: string;
}

export interface JourneyTools {
  readonly place: Place;
  readonly language: () => Language;
  readonly tell: Tell;
  readonly confirm: (plan: Plan) => Promise<boolean>;
  readonly confirmUndo: (things: readonly KeptThing[]) => Promise<boolean>;
  readonly log: (line: string) => void;
}

/** How long an action of a rehearsal takes, in milliseconds: long enough to be seen. */
const rehearsalPaceMs = 700;

/** Opens the journey of one computer: `this` or `sim:NAME`. */
export function openJourneyHere(id: string, here: JourneyTools): Opening {
  return id.startsWith('sim:') ? openSimulated(id, here) : openThis(here);
}

function openSimulated(id: string, { place, language, tell, confirm, confirmUndo, log }: JourneyTools): Opening {
  const stateFolder = join(place.userData, 'simulated', id.slice('sim:'.length));
  const made = sessionToolsFor({ source: id, language: language(), stateFolder });
  if (!made.ok) return made;
  made.rememberData();
  const tools = { ...made.tools, machine: pacedMachine(made.tools.machine, rehearsalPaceMs, made.tools.wait) };
  const runnerFor = (session: Parameters<typeof simulatedRunner>[0]['session']) =>
    simulatedRunner({ session, tell, log });
  return {
    ok: true,
    journey: openJourney({ id, tools, tell, confirm, confirmUndo, runnerFor, isActedElsewhere: () => false }),
  };
}

function openThis({ place, language, tell, confirm, confirmUndo }: JourneyTools): Opening {
  const made = sessionToolsFor({ source: 'this', language: language() });
  if (!made.ok) return made;
  made.rememberData();
  const { tools } = made;
  const isHeld = () => isLockHeld(systemStateFolder());
  const runner = elevatedRunner({
    journals: tools.journals,
    isLockHeld: isHeld,
    elevated: (words) => elevationHere(elevationTools(place), words),
    startDetached: (command) => startDetached(command, privateFolder(place), process.env),
    wait: tools.wait,
    language,
    tell,
  });
  const journey = openJourney({
    id: 'this',
    tools,
    tell,
    confirm,
    confirmUndo,
    runnerFor: () => runner,
    isActedElsewhere: (run) => isHeld() && run === tools.journals.runs()[0],
  });
  runner.adopt();
  return { ok: true, journey };
}

function elevationTools({ isPackaged, resourcesPath, appPath }: Place) {
  const { env: environment, platform } = process;
  return {
    commandLine: commandLine({ isPackaged, resourcesPath, appPath, environment, platform, exists: existsSync }),
    platform: platform === 'win32' ? 'windows' : platform === 'darwin' ? 'macos' : 'linux',
    isElevated: process.geteuid?.() === 0,
    findProgram: (name: string) =>
      (environment['PATH'] ?? '')
        .split(delimiter)
        .filter(isAbsolute)
        .map((folder) => join(folder, name))
        .find(existsSync) ?? null,
  } as const;
}

function privateFolder({ userData }: Place): string {
  const folder = join(userData, 'elevated');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
