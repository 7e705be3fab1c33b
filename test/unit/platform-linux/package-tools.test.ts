import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeRoot, type FakeFile } from './fake-root';

const whole = 'Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n';
const program: FakeFile = { program: 'exit 0' };

describe('package tools', () => {
  it.each([
    ['apt', { '/var/lib/dpkg/status': whole, '/usr/bin/apt-get': program, '/usr/bin/dpkg': program }],
    ['dpkg', { '/var/lib/dpkg/status': whole, '/usr/bin/dpkg': program, '/usr/bin/rpm': program }],
    [
      'dnf',
      { '/var/lib/rpm/rpmdb.sqlite': 'x', '/usr/bin/rpm': program, '/usr/bin/dnf': program, '/usr/bin/yum': program },
    ],
    ['zypper', { '/usr/lib/sysimage/rpm/Packages.db': 'x', '/usr/bin/rpm': program, '/usr/bin/zypper': program }],
    ['rpm', { '/var/lib/rpm/Packages': 'x', '/usr/bin/rpm': program, '/usr/bin/apt-get': program }],
  ] as const)('are %s for the database in use', async (tool, files) => {
    const { reader } = fakeRoot(files);

    const answer = await reader.ask('package-tools', {}, 1000);

    expect(answer).toEqual({ status: 'ok', value: { tool, lockedBy: null, unfinished: [] } });
  });

  it('name packages that an interrupted run left half-done', async () => {
    const { reader } = fakeRoot({
      '/var/lib/dpkg/status': `${whole}\nPackage: b\nStatus: install ok half-configured\nVersion: 1\nArchitecture: all\n`,
      '/var/lib/dpkg/updates/0000': 'Package: c\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n',
      '/usr/bin/apt-get': program,
    });

    const answer = await reader.ask('package-tools', {}, 1000);

    expect(answer.status === 'ok' && answer.value.unfinished).toEqual(['b', 'c']);
  });

  it('name the program that holds a lock, and neither who waits for it nor who holds another file', async () => {
    const { reader, root, write } = fakeRoot({
      '/var/lib/dpkg/status': whole,
      '/var/lib/dpkg/lock-frontend': '',
      '/usr/bin/apt-get': program,
      '/proc/41/comm': 'unattended-upgr\n',
      '/proc/42/comm': 'other\n',
    });
    const inode = statSync(join(root, 'var/lib/dpkg/lock-frontend')).ino;
    const line = (at: number, arrow: string, pid: number, device: string, node: number) =>
      `${at}: ${arrow}POSIX  ADVISORY  WRITE ${pid} ${device}:${node} 0 EOF\n`;
    const ask = async () => {
      const answer = await reader.ask('package-tools', {}, 1000);
      return answer.status === 'ok' ? answer.value.lockedBy : answer;
    };

    write(
      '/proc/locks',
      line(1, '', 42, 'ff:ff', inode) + line(2, '', 42, 'ff:ff', inode + 1) + line(3, '-> ', 41, 'ff:ff', inode),
    );
    const elsewhere = await ask();
    // The lock's device differs as on Btrfs, but the process has this very path open.
    write('/proc/locks', line(1, '', 41, 'ff:ff', inode));
    write('/proc/41/fd/3', { link: '/var/lib/dpkg/lock-frontend' });
    const held = await ask();

    expect([elsewhere, held]).toEqual([null, 'unattended-upgr (process 41)']);
  });

  it.runIf(hasPython())('see a lock that a real program holds', async () => {
    const { reader, root } = fakeRoot({
      '/var/lib/dpkg/status': whole,
      '/var/lib/dpkg/lock-frontend': '',
      '/usr/bin/apt-get': program,
      '/proc': { link: '/proc' },
    });
    expect(readlinkSync(join(root, 'proc'))).toBe('/proc');
    const script =
      'import fcntl,sys\nf=open(sys.argv[1],"w")\nfcntl.lockf(f,fcntl.LOCK_EX)\nprint("held",flush=True)\nsys.stdin.read()';
    const holder = spawn('python3', ['-c', script, join(root, 'var/lib/dpkg/lock-frontend')]);
    onTestFinished(() => void holder.kill());
    await once(holder.stdout, 'data');

    const answer = await reader.ask('package-tools', {}, 1000);

    expect(answer.status === 'ok' && answer.value.lockedBy).toBe(`python3 (process ${holder.pid})`);
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
