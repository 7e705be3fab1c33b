import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LinuxTools } from '../../../src/main/platform/linux/linux-tools';
import { linuxReader } from '../../../src/main/platform/linux/linux-reader';
import { fakeRoot, type FakeFile } from './fake-root';

const dpkg: Record<string, FakeFile> = {
  '/var/lib/dpkg/status': 'Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n',
  '/var/lib/dpkg/lock-frontend': '',
  '/usr/bin/apt-get': { program: 'exit 0' },
};

async function conditionOf(files: Record<string, FakeFile>, session: Partial<LinuxTools> = {}) {
  const { tools } = fakeRoot(files);
  const reader = linuxReader({ ...tools, environment: {}, processId: 1, ...session });
  const answer = await reader.ask('condition', {}, 1000);
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return answer.value;
}

describe('a restart', () => {
  it('is due for the packages that asked for it, each named once', async () => {
    const { restartPending } = await conditionOf({
      '/run/reboot-required': '*** System restart required ***\n',
      '/run/reboot-required.pkgs': 'linux-image-6.1.0-28-amd64\nlibc6\nlibc6\n',
    });

    expect(restartPending).toEqual(['linux-image-6.1.0-28-amd64', 'libc6']);
  });

  it('is due for the flag itself where no package left its name, and its text is not believed', async () => {
    const required = { '/var/run/reboot-required': '', '/var/run/reboot-required.pkgs': '<script>\n../../etc\n\n' };

    expect((await conditionOf(required)).restartPending).toEqual(['/run/reboot-required']);
    expect((await conditionOf({ '/run/reboot-needed': '' })).restartPending).toEqual(['/run/reboot-needed']);
  });

  it('is not due where only a list of packages was left', async () => {
    expect((await conditionOf({ '/run/reboot-required.pkgs': 'libc6\n' })).restartPending).toEqual([]);
  });
});

describe('a session', () => {
  const process = (pid: number, name: string, parent: number, environment = ''): Record<string, FakeFile> => ({
    [`/proc/${pid}/stat`]: `${pid} (${name}) S ${parent} 1 1 0 -1\n`,
    [`/proc/${pid}/environ`]: environment,
  });
  const local = { ...process(1, 'systemd', 0), ...process(20, 'gnome-terminal-', 1), ...process(30, 'bash', 20) };

  it('is remote by the caller’s own variable', async () => {
    const environment = { SSH_CONNECTION: '192.0.2.7 50000 192.0.2.8 22' };

    expect((await conditionOf({}, { environment })).remoteSession).toBe(true);
  });

  it('is remote under sudo, which drops the variable, by who started it', async () => {
    const sudo = process(31, 'sudo', 30);
    const own = process(40, 'node) S (', 31);
    const overSsh = { ...process(1, 'systemd', 0), ...process(20, 'sshd', 1), ...process(30, 'bash', 20) };
    const inTmux = {
      ...local,
      ...process(30, 'bash', 20, 'HOME=/home/ana\0SSH_CONNECTION=192.0.2.7 1 192.0.2.8 22\0'),
    };

    expect((await conditionOf({ ...overSsh, ...sudo, ...own }, { processId: 40 })).remoteSession).toBe(true);
    expect((await conditionOf({ ...inTmux, ...sudo, ...own }, { processId: 40 })).remoteSession).toBe(true);
  });

  it('is not remote when every program up to the first is from here', async () => {
    expect((await conditionOf(local, { processId: 30 })).remoteSession).toBe(false);
    expect((await conditionOf(local, { processId: 30, environment: { SSH_CONNECTION: '' } })).remoteSession).toBe(
      false,
    );
  });

  it('cannot be told when a program on the way cannot be seen, or they go round in a circle', async () => {
    expect((await conditionOf(process(30, 'bash', 20), { processId: 30 })).remoteSession).toBe(null);
    const circle = { ...process(30, 'bash', 20), ...process(20, 'bash', 30) };
    expect((await conditionOf(circle, { processId: 30 })).remoteSession).toBe(false);
  });
});

describe('the power supply', () => {
  const supply = (name: string, says: Record<string, string>): Record<string, FakeFile> =>
    Object.fromEntries(
      Object.entries(says).map(([fact, text]) => [`/sys/class/power_supply/${name}/${fact}`, `${text}\n`]),
    );
  const power = async (files: Record<string, FakeFile>) => {
    const { onBattery, batteryPercent } = await conditionOf(files);
    return { onBattery, batteryPercent };
  };
  const battery = (status: string, capacity: string) => supply('BAT0', { type: 'Battery', status, capacity });
  const mains = (online: string) => supply('AC', { type: 'Mains', online });

  it('is the battery while it discharges and nothing is plugged in', async () => {
    expect(await power({ ...battery('Discharging', '41'), ...mains('0') })).toEqual({
      onBattery: true,
      batteryPercent: 41,
    });
    expect(await power(battery('Discharging', '41'))).toEqual({ onBattery: true, batteryPercent: 41 });
  });

  it('is the plug when one is in, whatever the battery says', async () => {
    expect(await power({ ...battery('Discharging', '100'), ...mains('1') })).toEqual({
      onBattery: false,
      batteryPercent: 100,
    });
    expect(await power(battery('Charging', '12'))).toEqual({ onBattery: false, batteryPercent: 12 });
  });

  it('is never the battery of a mouse', async () => {
    const mouse = supply('hid-mouse', { type: 'Battery', scope: 'Device', status: 'Discharging', capacity: '7' });

    expect(await power({ ...mouse, ...mains('1') })).toEqual({ onBattery: false, batteryPercent: null });
    expect(await power(mouse)).toEqual({ onBattery: false, batteryPercent: null });
  });

  it('is the mean of two batteries, and unknown words stay unknown', async () => {
    const second = supply('BAT1', { type: 'Battery', status: 'Discharging', capacity: '20' });

    expect(await power({ ...battery('Unknown', '80'), ...second })).toEqual({ onBattery: true, batteryPercent: 50 });
    expect(await power(battery('Unknown', 'lots'))).toEqual({ onBattery: null, batteryPercent: null });
    expect(await power({})).toEqual({ onBattery: null, batteryPercent: null });
  });
});

describe('the installer', () => {
  it('is busy while somebody holds the package database, and unknown without one', async () => {
    const { root, write, tools } = fakeRoot(dpkg);
    const ask = async () => {
      const answer = await linuxReader(tools).ask('condition', {}, 1000);
      return answer.status === 'ok' && answer.value.installerBusy;
    };

    expect(await ask()).toBe(false);
    const { ino, dev } = statSync(join(root, 'var/lib/dpkg/lock-frontend'));
    const device = [(dev >> 8) & 0xfff, (dev & 0xff) | ((dev >> 12) & 0xfff00)]
      .map((part) => part.toString(16).padStart(2, '0'))
      .join(':');
    write('/proc/locks', `1: POSIX  ADVISORY  WRITE 41 ${device}:${ino} 0 EOF\n`);
    expect(await ask()).toBe(true);
    expect((await conditionOf({})).installerBusy).toBe(null);
  });

  it('stands beside what Linux has no word for', async () => {
    expect(await conditionOf({})).toMatchObject({ safeMode: null, restorePoints: 'not-here' });
  });
});
