import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle, run, start, type Ended } from '../../support/command-line';
import { runCommand } from './command';
import { inOwnMounts, fullDatabase, readOnly } from './own-mounts';
import { labInEachTest } from './lab-in-test';
import { LinuxLab } from './linux-lab';
import type { StandIn } from './stand-in';

const available = LinuxLab.available();

/** How a removal ended: exit code, reason of the step, and what dpkg says of the package now. */
interface End {
  readonly code: number | null;
  readonly reason: string | null;
  readonly kesl: string;
}

/** One way in which a removal goes wrong on a real computer, and how it ends when that is over and the run goes on. */
interface Situation {
  readonly name: string;
  readonly packages: readonly StandIn[];
  /** What else is wrong while the plan is carried out; its end is the end of the trouble. */
  readonly trouble?: (room: Room) => Promise<Ended>;
  readonly first: End;
  readonly mend?: () => void;
  /** After the trouble is over; null where only another package could mend it. */
  readonly later: End | null;
}

interface Room {
  readonly lab: LinuxLab;
  readonly plan: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly apply: () => Promise<Ended>;
}

const kesl: StandIn = { standIn: 'kesl' };
const gone: End = { code: 0, reason: null, kesl: 'gone' };

const situations: readonly Situation[] = [
  { name: 'nothing is wrong', packages: [kesl], first: gone, later: null },
  {
    name: 'the vendor’s script fails',
    packages: [{ ...kesl, prermFails: true }],
    first: { code: 10, reason: 'vendor-script-failed', kesl: 'ii' },
    later: null,
  },
  {
    name: 'the vendor’s script asks',
    packages: [{ ...kesl, prermAsks: true }],
    first: { code: 10, reason: 'vendor-script-failed', kesl: 'ii' },
    later: null,
  },
  {
    name: 'dpkg is at work elsewhere',
    packages: [kesl, { standIn: 'kesl-tools-doc', prermSleepsSeconds: 6 }],
    trouble: async ({ apply }) => {
      const other = spawn('dpkg', ['--purge', 'kesl-tools-doc'], { stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = once(other, 'exit');
      await once(other.stdout, 'data');
      const end = await apply();
      await ended;
      return end;
    },
    first: { code: 6, reason: null, kesl: 'ii' },
    later: gone,
  },
  {
    name: 'another package is half configured',
    packages: [kesl, { standIn: 'kesl-tools-doc', postinstFails: true }],
    first: gone,
    later: null,
  },
  {
    name: 'another package lacks what it needs',
    packages: [kesl, { standIn: 'kesl-tools-doc', needs: 'offramp-laboratory-nothing' }],
    first: { code: 10, reason: 'dependencies-broken', kesl: 'ii' },
    mend: () => void runCommand('dpkg', ['--purge', 'kesl-tools-doc']),
    later: gone,
  },
  {
    name: 'the package is on hold',
    packages: [kesl],
    trouble: async ({ apply }) => {
      runCommand('apt-mark', ['hold', 'kesl']);
      return apply();
    },
    first: { code: 10, reason: 'package-held', kesl: 'hi' },
    mend: () => void runCommand('apt-mark', ['unhold', 'kesl']),
    later: gone,
  },
  {
    name: 'something that stays needs it',
    packages: [kesl, { standIn: 'kesl-tools-doc', needs: 'kesl' }],
    first: { code: 10, reason: 'would-remove-more', kesl: 'ii' },
    mend: () => void runCommand('dpkg', ['--purge', 'kesl-tools-doc']),
    later: gone,
  },
  {
    name: 'the disk of the package database is full',
    packages: [kesl],
    trouble: ({ plan, environment }) => inOwnMounts(fullDatabase, [bundle, ...applying(plan)], environment),
    first: { code: 10, reason: 'disk-full', kesl: 'ii' },
    later: gone,
  },
  {
    name: 'the package database can only be read',
    packages: [kesl],
    trouble: ({ plan, environment }) =>
      inOwnMounts(readOnly('/var/lib/dpkg'), [bundle, ...applying(plan)], environment),
    first: { code: 10, reason: 'disk-read-only', kesl: 'ii' },
    later: gone,
  },
  {
    name: 'the product’s own folder can only be read',
    packages: [kesl],
    trouble: ({ plan, environment }) =>
      inOwnMounts(readOnly('/var/opt/kaspersky'), [bundle, ...applying(plan)], environment),
    first: { code: 10, reason: 'disk-read-only', kesl: 'iH' },
    later: gone,
  },
  {
    name: 'apt is killed in the middle',
    packages: [{ ...kesl, prermSleepsSeconds: 3 }],
    trouble: async ({ plan, environment }) => {
      const running = start(applying(plan), environment);
      await lineInLog('stopping the application', environment['OFFRAMP_STATE_DIR'] ?? '');
      process.kill(childOf(running.child.pid ?? 0, 'apt-get'), 'SIGKILL');
      return running.ended;
    },
    first: { code: 10, reason: 'tool-failed', kesl: 'rF' },
    later: gone,
  },
];

const applying = (plan: string): readonly string[] => ['apply', plan, '--yes', '--json'];
const table: string[] = [];

describe.skipIf(!available.ok)('a removal that goes wrong', () => {
  const here = labInEachTest();

  afterAll(() => process.stdout.write(`${table.join('\n')}\n`));

  it.each(situations)('$name', async ({ name, packages, trouble, first, mend, later }) => {
    const { lab, environment } = here;
    const plan = join(here.folder, 'plan.json');
    // One that cannot be set up is there all the same, and that is what it is for.
    for (const each of packages) lab.install([lab.build(each)]);
    await here.planTo(plan);

    const apply = () => run(applying(plan), environment);
    const got = endOf(await (trouble ?? (({ apply: go }) => go()))({ lab, plan, environment, apply }), lab);
    note(name, first, got);
    mend?.();
    const went = later === null ? null : endOf(await goOn(got, apply, environment), lab);
    if (later !== null && went !== null) note('  … and gone on with', later, went);

    expect([got, went]).toEqual([first, later]);
  });
});

/** A run that was begun goes on; one that was refused is begun again. */
const goOn = (got: End, apply: () => Promise<Ended>, environment: Room['environment']): Promise<Ended> =>
  got.code === 10 ? run(['apply', '--resume', '--json'], environment) : apply();

function endOf({ code, out, err }: Ended, lab: LinuxLab): End {
  const steps =
    out.trim() === '' ? [] : ((JSON.parse(out) as { steps?: { id: string; reason: string | null }[] }).steps ?? []);
  if (process.env['OFFRAMP_SHOW'] !== undefined) process.stdout.write(`${out}${err}\n`);
  return { code, reason: steps.find(({ id }) => id === 'remove:kesl')?.reason ?? null, kesl: lab.state('kesl') };
}

function note(name: string, expected: End, got: End): void {
  const words = ({ code, reason, kesl: state }: End): string => `${code} ${reason ?? '-'} ${state}`;
  table.push(`${name.padEnd(48)} | ${words(expected).padEnd(30)} | ${words(got)}`);
}

async function lineInLog(line: string, state: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const logs = filesBelow(state).filter((path) => path.endsWith('.log'));
    if (logs.some((path) => readFileSync(path, 'utf8').includes(line))) return;
    await sleep(50);
  }
  throw new Error(`"${line}" never appeared`);
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** The child of a process that runs a program of this name. */
function childOf(parent: number, name: string): number {
  const found = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .find(
      (entry) =>
        runCommand('cat', [`/proc/${entry}/stat`]).stdout.startsWith(`${entry} (${name}) `) &&
        runCommand('cat', [`/proc/${entry}/stat`])
          .stdout.split(') ')[1]
          ?.split(' ')[1] === String(parent),
    );
  if (found === undefined) throw new Error(`no ${name} below ${parent}`);
  return Number(found);
}
