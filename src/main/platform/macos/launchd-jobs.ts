import { lstat } from 'node:fs/promises';
import { ok, type Answer } from '../../core/machine/answer';
import { errorCode } from './answer-for-error';
import { entriesIn } from './entries-in';
import { inBatches } from './in-batches';
import { at, type MacTools } from './mac-tools';
import { field, listIn, textIn, type Dictionary } from './plist/fields';
import { readPlist } from './plist/read-plist';
import { walkPath } from './walk-path';

export interface LaunchdJob {
  readonly label: string;
  /** What it starts, as an absolute path where it is written so; null when it could not be read. */
  readonly program: string | null;
  readonly startsBySelf: boolean;
  readonly definedIn: string;
  /** Only the system may write to it; launchd itself takes no other as the system's. */
  readonly ownedBySystem: boolean;
}

/**
 * The jobs that one folder gives to launchd. One that only root may read is known by its file, which is named after it; one that is malformed is
 * left out, as launchd does.
 */
export async function launchdJobs(tools: MacTools, folder: string): Promise<Answer<readonly LaunchdJob[]>> {
  const entries = await entriesIn(tools, folder);
  if (entries.status !== 'ok') return entries;
  const names = entries.value
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.plist'))
    .slice(0, mostJobs);
  return ok((await inBatches(names, (name) => jobIn(tools, `${folder}/${name}`, name.slice(0, -6)))).flat());
}

/** Of one folder. Anybody can fill a folder of their own, and every file costs time. */
const mostJobs = 1_000;
const largestBytes = 256 * 1024;

async function jobIn(tools: MacTools, definedIn: string, name: string): Promise<readonly LaunchdJob[]> {
  try {
    const { ownedBySystem, stats } = await walkPath(tools, definedIn, 'follow-last');
    // A person's link could lead anywhere, and we may be root.
    if (!stats.isFile() || (!ownedBySystem && (await lstat(at(tools, definedIn))).isSymbolicLink())) return [];
    const plist = await readPlist(tools, definedIn, largestBytes);
    if (plist.status === 'denied')
      return [{ label: name, program: null, startsBySelf: false, definedIn, ownedBySystem }];
    if (plist.status !== 'ok') return [];
    return [{ ...jobFrom(plist.value, name), definedIn, ownedBySystem }];
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}

function jobFrom(plist: Dictionary, name: string): Pick<LaunchdJob, 'label' | 'program' | 'startsBySelf'> {
  const keepAlive = field(plist, 'KeepAlive');
  const starts = field(plist, 'RunAtLoad') === true || (keepAlive !== undefined && keepAlive !== false);
  return {
    label: textIn(plist, 'Label') ?? name,
    program: programIn(plist),
    startsBySelf: starts && field(plist, 'Disabled') !== true,
  };
}

/** Where a shell or another interpreter is started with a script, the script: it says what the job is for. */
function programIn(plist: Dictionary): string | null {
  const words = listIn(plist, 'ProgramArguments').filter((word): word is string => typeof word === 'string');
  const program = textIn(plist, 'Program') ?? words[0] ?? null;
  if (program === null || !interpreters.test(program)) return program;
  const script = words.slice(1).find((word) => !word.startsWith('-'));
  return script !== undefined && /^\/\S+$/.test(script) ? script : program;
}

const interpreters = /(^|\/)(sh|bash|dash|ksh|zsh|env|perl|ruby|node|php|python|osascript)[\d.]*$/;
