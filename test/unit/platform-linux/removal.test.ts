import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/main/core/machine/actions';
import { linuxActor } from '../../../src/main/platform/linux/linux-actor';
import { lastWords, removalFailure } from '../../../src/main/platform/linux/removal-failure';
import { fakeRoot, type FakeFile } from './fake-root';

type Removal = Extract<Action, { verb: 'remove-packages' }>;

const entry = (name: string, status: string) =>
  `Package: ${name}\nStatus: ${status}\nArchitecture: amd64\nVersion: 1\n`;
const installed = [
  entry('kesl', 'install ok installed'),
  entry('kesl-gui', 'install ok installed'),
  entry('kess', 'deinstall ok config-files'),
].join('\n');

/** A stand-in for apt-get that writes down how it was called; `real` is what it does when it is not asked to simulate. */
const apt = (real: string, simulated = `echo 'Purg kesl [1]'`): FakeFile => ({
  program: `echo "apt-get $*" >> "$(dirname "$0")/calls"\nif [ "$1" = --simulate ]; then ${simulated}; exit; fi\n${real}`,
});

const surroundings = {
  report: () => undefined,
  run: 'a-run',
  step: 'remove:kesl',
  askPassword: async () => null,
};

async function remove(files: Record<string, FakeFile>, change: Partial<Removal> = {}, asRoot = true) {
  const { root, tools } = fakeRoot({ '/var/lib/dpkg/status': installed, ...files });
  const lines: string[] = [];
  const action: Removal = { verb: 'remove-packages', tool: 'apt', packages: ['kesl'], purge: true, ...change };
  const logFile = join(root, 'log');
  const outcome = await linuxActor({ ...tools, effectiveUserId: asRoot ? 0 : 1000 }, '/nowhere/quarantine').act(
    action,
    {
      ...surroundings,
      report: (line) => lines.push(line),
      logFile,
    },
  );
  const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  return { outcome, lines, calls: read('usr/bin/calls').trim().split('\n'), log: read('log') };
}

describe('removing packages', () => {
  it('simulates first, then runs the very same words, with what the tool says in the file and reported', async () => {
    const result = await remove({
      '/usr/bin/apt-get': apt('echo "Removing kesl ..."; echo "warning: left" >&2; printf half'),
    });

    const words = '-o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 purge --yes kesl';
    expect(result).toEqual({
      outcome: { outcome: 'done', reason: null, detail: null },
      lines: ['Removing kesl ...', 'warning: left', 'half'],
      calls: [`apt-get --simulate ${words}`, `apt-get ${words}`],
      log: 'Removing kesl ...\nwarning: left\nhalf',
    });
  });

  it('names to the tool only what is there, and starts nothing when nothing is', async () => {
    const some = await remove(
      { '/usr/bin/apt-get': apt('exit 0') },
      { packages: ['never-seen', 'kesl', 'kess'], purge: false },
    );
    const none = await remove(
      { '/usr/bin/apt-get': apt('exit 0') },
      { packages: ['never-seen', 'kess'], purge: false },
    );
    const kept = await remove({ '/usr/bin/apt-get': apt('exit 0', `echo 'Purg kess [1]'`) }, { packages: ['kess'] });

    expect(some.calls[1]).toMatch(/ remove --yes kesl$/);
    expect([none.outcome.outcome, none.calls]).toEqual(['was-not-there', ['']]);
    expect(kept.calls[1]).toMatch(/ purge --yes kess$/);
  });

  it('refuses when more would go than was agreed, or something would come', async () => {
    const more = await remove({
      '/usr/bin/apt-get': apt(
        'exit 0',
        `echo 'Purg kesl [1]'; echo 'Remv kesl-gui:amd64 [1]'; echo 'Inst other (1 Debian)'`,
      ),
    });

    expect(more.outcome).toEqual({ outcome: 'failed', reason: 'would-remove-more', detail: 'kesl-gui, +other' });
    expect(more.calls).toHaveLength(1);
  });

  it('refuses when what depends on a package of rpm would go with it', async () => {
    const rpm: FakeFile = {
      program: `if [ "$3" = -qa ]; then printf 'kesl\\t1-1\\tx86_64\\n'; else echo "error: Failed dependencies:" >&2; echo "  kesl is needed by (installed) kesl-gui-1-1.x86_64" >&2; exit 1; fi`,
    };
    const result = await remove(
      {
        '/var/lib/dpkg/status': '',
        '/var/lib/rpm/rpmdb.sqlite': 'x',
        '/usr/bin/rpm': rpm,
        '/usr/bin/dnf': apt('exit 0'),
      },
      { tool: 'dnf' },
    );

    expect(result.outcome).toEqual({ outcome: 'failed', reason: 'would-remove-more', detail: 'kesl-gui-1-1.x86_64' });
  });

  it('asks dpkg itself where there is no apt', async () => {
    const dpkg: FakeFile = {
      program: `echo "dpkg $*" >> "$(dirname "$0")/calls"; if [ "$1" = --no-act ]; then echo 'dpkg: dependency problems prevent removal of kesl:' >&2; echo ' kesl-gui depends on kesl.' >&2; exit 1; fi`,
    };
    const result = await remove({ '/usr/bin/dpkg': dpkg }, { tool: 'dpkg' });

    expect(result.outcome).toEqual({ outcome: 'failed', reason: 'would-remove-more', detail: 'kesl-gui' });
    expect(result.calls).toEqual(['dpkg --no-act --purge kesl']);
  });

  it('lets dpkg finish an interrupted run first, and says so', async () => {
    const dpkg: FakeFile = { program: `echo "dpkg $*" >> "$(dirname "$0")/calls"` };
    const result = await remove({
      '/usr/bin/apt-get': apt('exit 0'),
      '/usr/bin/dpkg': dpkg,
      '/var/lib/dpkg/status': `${installed}\n${entry('other', 'install ok half-configured')}`,
    });

    expect(result.calls.map((call) => call.split(' ').slice(0, 3).join(' '))).toEqual([
      'dpkg --configure -a',
      'apt-get --simulate -o',
      'apt-get -o DPkg::Lock::Timeout=300',
    ]);
    expect(result.lines[0]).toMatch(/interrupted.*dpkg --configure -a/);
  });

  it('also when only apt itself notices it, once', async () => {
    const dpkg: FakeFile = { program: `echo "dpkg $*" >> "$(dirname "$0")/calls"; touch "$(dirname "$0")/mended"` };
    const interrupted = `if [ ! -e "$(dirname "$0")/mended" ]; then echo "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem." >&2; exit 100; fi`;
    const mended = await remove({ '/usr/bin/apt-get': apt(interrupted), '/usr/bin/dpkg': dpkg });
    const hopeless = await remove({ '/usr/bin/apt-get': apt(interrupted), '/usr/bin/dpkg': { program: 'exit 1' } });

    expect(mended.outcome.outcome).toBe('done');
    expect(hopeless.outcome).toMatchObject({ outcome: 'failed', reason: 'tool-failed' });
    expect(hopeless.calls).toHaveLength(3);
  });

  it('is refused without root, before anything is started', async () => {
    const result = await remove({ '/usr/bin/apt-get': apt('exit 0') }, {}, false);

    expect(result.outcome).toEqual({ outcome: 'failed', reason: 'needs-elevation', detail: null });
    expect(result.calls).toEqual(['']);
  });

  it('fails as a value when the tool is missing or the file cannot be written', async () => {
    const missing = await remove({});
    const { tools } = fakeRoot({ '/var/lib/dpkg/status': installed, '/usr/bin/apt-get': apt('exit 0') });
    const action: Removal = { verb: 'remove-packages', tool: 'apt', packages: ['kesl'], purge: true };
    const unwritable = await linuxActor(tools, '/nowhere/quarantine').act(action, {
      ...surroundings,
      logFile: '/proc/no/such',
    });
    const dropped = await linuxActor(tools, '/nowhere/quarantine').act(action, { ...surroundings, logFile: null });

    expect([missing.outcome.reason, unwritable.reason, dropped.outcome]).toEqual([
      'tool-failed',
      'tool-failed',
      'done',
    ]);
  });
});

describe('the reason of a failed removal', () => {
  it.each([
    [
      'vendor-script-failed',
      'dpkg: error processing package kesl (--purge):\n installed kesl package pre-removal script subprocess returned error exit status 3\nErrors were encountered while processing:\n kesl\nE: Sub-process /usr/bin/dpkg returned an error code (1)\n',
      'installed kesl package pre-removal script subprocess returned error exit status 3',
    ],
    [
      'package-tools-locked',
      'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 41 (apt)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?\n',
      'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?',
    ],
    [
      'package-tools-locked',
      'dpkg: error: dpkg frontend lock was locked by another process with pid 41\n',
      'dpkg: error: dpkg frontend lock was locked by another process with pid 41',
    ],
    [
      'needs-elevation',
      'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?\n',
      'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?',
    ],
    [
      'needs-elevation',
      'dpkg: error: requested operation requires superuser privilege\n',
      'dpkg: error: requested operation requires superuser privilege',
    ],
    [
      'disk-full',
      'dpkg: error: unable to write: No space left on device\n',
      'dpkg: error: unable to write: No space left on device',
    ],
    [
      'vendor-script-failed',
      'error: %preun(kesl-12-1.x86_64) scriptlet failed, exit status 1\nerror: kesl-12-1.x86_64: erase failed\n',
      'error: %preun(kesl-12-1.x86_64) scriptlet failed, exit status 1',
    ],
    [
      'tool-failed',
      'dpkg: error: new words\nErrors were encountered while processing:\n kesl\n kesl-gui\n',
      'dpkg: error: new words',
    ],
    [
      'disk-read-only',
      'W: Not using locking for read only lock file\nE: Unable to acquire lock, are you root?\nrm: Read-only file system\n',
      'rm: Read-only file system',
    ],
    [
      'package-held',
      'E: Held packages were changed and -y was used without --allow-change-held-packages.\n',
      'E: Held packages were changed and -y was used without --allow-change-held-packages.',
    ],
    [
      'dependencies-broken',
      "E: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution).\n",
      "E: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution).",
    ],
    ['tool-failed', 'E: something new\n---\n', 'E: something new'],
  ] as const)('is %s, with the telling line', (reason, said, line) => {
    expect([removalFailure(said), lastWords(said)]).toEqual([reason, line]);
  });

  it('comes with at most 300 characters, and with none when nothing was said', () => {
    expect([lastWords('x'.repeat(900))?.length, lastWords('\n \n')]).toEqual([300, null]);
  });
});
