import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linuxResume } from '../../../../src/main/platform/resuming/linux-plan';
import { arrangeResume, cancelResume } from '../../../../src/main/platform/resuming/linux-resuming';
import type { ResumeRequest } from '../../../../src/main/platform/resuming/resume-request';
import { fakeRoot } from '../fake-root';

const command = { program: '/opt/offramp/offramp', arguments: ['apply', '--resume', '20261125-1'] };
const request: ResumeRequest = { run: '20261125-1', command, when: 'next-start' };
const now = new Date('2026-11-25T12:00:00.500Z');
const kinds = ['next-start', 'in-a-day'] as const;

/** A computer with systemd, whose systemctl writes down how it was called. */
const computer = (more = {}) => {
  const root = fakeRoot({
    '/run/systemd/system/.keep': '',
    '/etc/systemd/system/other.service': '[Service]\nExecStart=/bin/true\n',
    '/opt/offramp/offramp': { program: 'exit 0' },
    '/usr/bin/systemctl': { program: 'echo "$*" >> "$(dirname "$0")/calls"' },
    ...more,
  });
  return { ...root, tools: { ...root.tools, effectiveUserId: root.tools.systemUserId } };
};
const below = (root: string): readonly string[] =>
  readdirSync(join(root, 'etc/systemd/system'), { recursive: true, encoding: 'utf8' }).sort();
const hasVerify = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('what is arranged on Linux for later', () => {
  it('goes on at the next start by a service that is wanted once', async () => {
    const { root, tools } = computer();

    expect(await arrangeResume(request, tools)).toEqual({ ok: true });
    expect(await arrangeResume(request, tools)).toEqual({ ok: true });

    const unit = 'etc/systemd/system/offramp-resume-20261125-1.service';
    expect(readFileSync(join(root, unit), 'utf8')).toContain(
      'ExecStart="/opt/offramp/offramp" "apply" "--resume" "20261125-1"\n',
    );
    expect(
      readlinkSync(join(root, 'etc/systemd/system/multi-user.target.wants/offramp-resume-20261125-1.service')),
    ).toBe(`/${unit}`);
    expect(readFileSync(join(root, 'usr/bin/calls'), 'utf8')).toBe('daemon-reload\ndaemon-reload\n');
  });

  it('looks again a day later by a timer that begins at once', async () => {
    const { root, tools } = computer();

    expect(await arrangeResume({ ...request, when: 'in-a-day' }, tools)).toEqual({ ok: true });

    const timer = readFileSync(join(root, 'etc/systemd/system/offramp-look-again-20261125-1.timer'), 'utf8');
    expect(timer).toContain(`OnCalendar=${tomorrow(tools.now())} UTC\nPersistent=true\n`);
    expect(readFileSync(join(root, 'usr/bin/calls'), 'utf8')).toBe(
      'daemon-reload\nstart offramp-look-again-20261125-1.timer\n',
    );
  });

  it.each(kinds)('takes its own files away when the command has ended, and not when it was cut off (%s)', (when) => {
    const { root, tools } = computer();
    const { files, link } = linuxResume({ ...request, when }, tools.now());
    const line = /^ExecStopPost=\/bin\/sh -c '(.*)'$/m.exec(files[0]?.text ?? '')?.[1] ?? '';
    const own = [link.path, ...files.map(({ path }) => path)];
    // As systemd would run it, below a root of the test's own.
    const script = own
      .reduce((text, path) => text.replace(`${path} `, `${root}${path} `), `${line} `)
      .replaceAll('$$', '$');
    const stop = (how: string) => spawnSync('/bin/sh', ['-c', script], { env: { EXIT_CODE: how } }).status;
    for (const path of own) computerFile(root, path);

    expect([stop('killed'), own.every((path) => existsSync(join(root, path)))]).toEqual([0, true]);
    expect([stop('exited'), own.some((path) => existsSync(join(root, path)))]).toEqual([0, false]);
  });

  it.runIf(hasVerify).each(kinds)('is what systemd itself accepts (%s)', (when) => {
    const { root, write } = computer();
    const odd = { program: '/bin/true', arguments: ['a b', '100%', '$HOME', 'say "no"', 'back\\slash', "it's"] };
    const { files } = linuxResume({ ...request, command: odd, when }, now);
    for (const { path, text } of files) write(path, text);

    const verified = spawnSync('systemd-analyze', ['verify', ...files.map(({ path }) => join(root, path))], {
      encoding: 'utf8',
    });

    // Whatever else is wrong with this computer's own units is not asked here.
    expect(verified.stderr.split('\n').filter((line) => line.includes('offramp'))).toEqual([]);
  });

  it('is taken back without a trace, whatever of it was there', async () => {
    const { root, tools } = computer();
    const before = below(root).concat('multi-user.target.wants', 'timers.target.wants').sort();
    for (const when of kinds) await arrangeResume({ ...request, when }, tools);

    expect(await cancelResume(request.run, tools)).toEqual({ ok: true });
    expect(await cancelResume(request.run, tools)).toEqual({ ok: true });

    expect(below(root)).toEqual(before);
  });

  it('refuses what somebody else could change until then, and a computer without systemd', async () => {
    const { root, tools } = computer();
    chmodSync(join(root, 'opt/offramp'), 0o777);
    const script = { program: '/usr/bin/systemctl', arguments: ['/opt/offramp/offramp', 'apply'] };

    expect(await arrangeResume(request, tools)).toMatchObject({ ok: false, detail: expect.stringContaining('/opt') });
    expect(await arrangeResume({ ...request, command: script }, tools)).toMatchObject({ ok: false });
    expect(below(root)).toEqual(['other.service']);
    const without = fakeRoot({ '/opt/offramp/offramp': { program: 'exit 0' } });
    expect(await arrangeResume(request, { ...without.tools, effectiveUserId: tools.systemUserId })).toMatchObject({
      ok: false,
      detail: 'systemd is not running',
    });
  });

  it('is made for no run and no program that could be something else', () => {
    expect(() => linuxResume({ ...request, run: '../x' }, now)).toThrow('not a run');
    expect(() => linuxResume({ ...request, command: { ...command, program: 'x' } }, now)).toThrow('not an absolute');
    const twoLines = { ...command, arguments: ['a\nExecStart=/bin/sh'] };
    expect(() => linuxResume({ ...request, command: twoLines }, now)).toThrow('line break');
  });
});

const tomorrow = (at: Date): string => {
  const day = new Date(at);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 19).replace('T', ' ');
};

function computerFile(root: string, path: string): void {
  spawnSync('mkdir', ['-p', join(root, path, '..')]);
  spawnSync('touch', [join(root, path)]);
}
