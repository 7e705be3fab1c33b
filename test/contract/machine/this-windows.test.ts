import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { windowsMachine } from '../../../src/main/platform/windows/windows-machine';
import { describeConformance } from './describe-conformance';
import type { Subject } from './subject';

// Windows cannot be acted on yet, has no packages of dpkg, and nothing here may be removed.
const lacks = ['package', 'acting', 'removable'] as const;

const checks = process.platform === 'win32' ? allChecks : oneSkip;

describe('on Windows', () => {
  checks();
});

function allChecks(): void {
  describeConformance('this computer', async () => thisComputer(), lacks);
}

/** One skip that says why, instead of one for each check. */
function oneSkip(): void {
  it('this computer', ({ skip }) => skip('this computer runs no Windows; the workflow windows.yml runs it on one'));
}

/** The real reader, through the native layer. What is named here is on every Windows. */
function thisComputer(): Subject {
  const system = process.env['SystemRoot'] ?? 'C:\\Windows';
  const settings = path.join(system, 'win.ini');
  const folder = path.join(system, 'System32', 'drivers', 'etc');
  return {
    machine: windowsMachine(),
    available: {
      file: settings,
      folder,
      text: { path: settings, holds: fs.readFileSync(settings, 'utf8').slice(0, 40) },
      registryTree: { root: 'HKLM', view: 64, path: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', depth: 0 },
    },
    fingerprint: async () => [settings, folder].map(stateOf).join('\n'),
  };
}

function stateOf(place: string): string {
  const { ino, size, mtimeMs } = fs.statSync(place, { bigint: false });
  return [place, ino, size, mtimeMs].join(' ');
}
