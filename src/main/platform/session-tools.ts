import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { computersText, knowledgeSignature, knowledgeText, publicKeyPem, version } from 'offramp:embedded';
import type { Journal } from '../core/execution/journal';
import type { SimulatedComputer } from '../core/machine/machine-file';
import { redactor } from '../core/machine/redact';
import type { Knowledge, Language } from '../core/knowledge/knowledge';
import { wordsIn } from '../core/knowledge/words';
import type { SessionTools } from '../core/session/session';
import { openMachine, type OpenedMachine } from './index';
import { sha256 } from './storage/digest';
import { journalStore } from './storage/journal-store';
import { openPack, readPack, type KnowledgeLoad } from './storage/load-knowledge';
import { proofSealing } from './storage/proof-key';
import { isOlder, seenData } from './storage/seen-data';
import { ownStateFolder, simulatedStateFolder, systemStateFolder } from './storage/state-folders';
import { windowsBootIdHere } from './windows/boot-id';

export { version as toolVersion } from 'offramp:embedded';

export interface SessionRequest {
  /** `this`, `sim:NAME`, or the path of a recorded machine file. */
  readonly source: string;
  readonly language: Language;
  /** Set for tests and reports only; the journal records that it was. */
  readonly now?: Date;
  /** Another signed knowledge pack. */
  readonly dataFolder?: string;
  readonly stateFolder?: string;
}

export type SessionToolsResult =
  | {
      readonly ok: true;
      readonly tools: SessionTools;
      readonly opened: OpenedMachine;
      /** Remembers the version of the data, so that an older pack is refused from then on. Called once work has begun well. */
      readonly rememberData: () => void;
    }
  | { readonly ok: false; readonly reason: string; readonly detail: string };

/** Puts the real world behind a session: a machine, the knowledge, journals, clock. */
export function sessionToolsFor(request: SessionRequest): SessionToolsResult {
  const loaded = loadKnowledgeHere(request.dataFolder);
  if (!loaded.ok) return loaded;
  const { dataVersion } = loaded.knowledge;
  const seen = seenData(ownStateFolder(), sha256(publicKeyPem).slice(0, 16));
  if (seen.newest !== null && isOlder(dataVersion, seen.newest))
    return { ok: false, reason: 'data-older', detail: `${dataVersion} < ${seen.newest}` };
  const opened = openMachine(request.source, listSimulated);
  if (!opened.ok) return opened;
  const { machine } = opened;
  const simulated = machine.source.kind === 'simulated';
  const folder = request.stateFolder ?? (simulated ? simulatedStateFolder() : systemStateFolder());
  const clock = request.now === undefined ? () => new Date() : fixedStart(request.now);
  const redact = redactor({ userNames: namesOfUsers(), hostName: hostname() });
  return {
    ok: true,
    opened,
    // Reading somebody's recorded machine file leaves nothing behind.
    rememberData: () => (machine.source.kind === 'recorded' ? undefined : seen.remember(dataVersion)),
    tools: {
      machine,
      knowledge: loaded.knowledge,
      language: request.language,
      words: wordsIn(request.language, loaded.knowledge.messages),
      toolVersion: version,
      now: clock,
      clockGiven: request.now !== undefined,
      monotonicMs: () => performance.now(),
      wait,
      digest: sha256,
      newRunId: (now) =>
        `${now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)}-${randomBytes(3).toString('hex')}`,
      journals: journalStore(folder, clock, redact),
      // Looked up when first wanted: only a run that acts asks for it.
      get bootId() {
        return simulated ? null : bootIdHere();
      },
      sealing: () => proofSealing(simulated ? simulatedStateFolder() : ownStateFolder()),
      ...(opened.replay === undefined ? {} : { replay: (journal: Journal) => opened.replay?.(journal) }),
    },
  };
}

/**
 * The pack beside the program when there is one, else the one inside it. What lies beside goes first, so that an edited pack is
 * refused instead of silently passed over; the very same text needs no second look.
 */
export function loadKnowledgeHere(place?: string): KnowledgeLoad {
  const beside = place ?? packBesideProgram();
  if (beside === null) return embeddedKnowledge();
  const read = readPack(beside);
  if (!read.ok) return { ok: false, reason: 'data-missing', detail: read.detail };
  const { text, signature } = read.pack;
  const same = text === knowledgeText && signature.trim() === knowledgeSignature.trim();
  return same ? embeddedKnowledge() : openPack(read.pack, publicKeyPem);
}

/**
 * The pack inside the program. It is as much the program's own as its code is, and the tests of the build have held it against its
 * shape and its rules; doing that again at every start would be most of the time that a scan takes.
 */
export const embeddedKnowledge = (): KnowledgeLoad => ({ ok: true, knowledge: JSON.parse(knowledgeText) as Knowledge });

/** The simulated computers shipped with the program: part of it like the pack above, and held against their shape by the tests of the build. */
export const listSimulated = (): readonly SimulatedComputer[] =>
  (JSON.parse(computersText) as { readonly computers: readonly SimulatedComputer[] }).computers;

function packBesideProgram(): string | null {
  const program = process.argv[1];
  // Electron says where the installed program's own files are; Node does not know the name.
  const { resourcesPath } = process as { readonly resourcesPath?: string };
  const places = [
    ...(program === undefined ? [] : [join(dirname(program), '..', 'data')]),
    ...(resourcesPath === undefined ? [] : [join(resourcesPath, 'data')]),
  ];
  return places.find((place) => existsSync(join(place, 'knowledge.json'))) ?? null;
}

function wait(ms: number): { readonly done: Promise<void>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let finish: (() => void) | undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
    timer = setTimeout(resolve, ms);
  });
  return {
    done,
    cancel: () => {
      clearTimeout(timer);
      finish?.();
    },
  };
}

/** A clock that starts at a given moment and then goes on as clocks do. */
function fixedStart(start: Date): () => Date {
  const begun = performance.now();
  return () => new Date(start.getTime() + Math.floor(performance.now() - begun));
}

function bootIdHere(): string | null {
  if (process.platform === 'win32') return windowsBootIdHere();
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** Names that must not appear in what we write: people's accounts on this computer. */
export function namesOfUsers(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => Number(fields[2]) >= 1000 && Number(fields[2]) < 60_000)
      .flatMap((fields) => (fields[0] === undefined ? [] : [fields[0]]));
  } catch {
    return [process.env['USERNAME'] ?? process.env['USER'] ?? ''].filter((name) => name !== '');
  }
}
