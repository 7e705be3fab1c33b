import fs from 'node:fs';
import { describe } from 'vitest';
import { linuxMachine } from '../../../src/main/platform/linux/linux-machine';
import { thisLinux } from '../../../src/main/platform/linux/linux-tools';
import { describeConformance } from './describe-conformance';
import type { Subject } from './subject';

const fileList = '/var/lib/dpkg/info/coreutils.list';
const lacks = ['registry', 'removable', ...(fs.existsSync(fileList) ? [] : ['package' as const])] as const;

describe.runIf(process.platform === 'linux')('on Linux', () => {
  describeConformance('this computer', async () => thisComputer(), lacks);
});

/** The real reader and the real actor; only starting a tool that changes anything is out of the question. */
function thisComputer(): Subject {
  const tools = {
    ...thisLinux(),
    runTool: () => {
      throw new Error('the conformance suite must never start a tool that changes this computer');
    },
  };
  return {
    machine: linuxMachine(tools),
    available: {
      file: '/etc/passwd',
      folder: '/etc/default',
      text: { path: '/etc/passwd', holds: 'root:' },
      installedPackage: { manager: 'dpkg', name: 'coreutils' },
    },
    fingerprint: async () => placesThatAreAsked.map(stateOf).join('\n'),
  };
}

const placesThatAreAsked = ['/etc/passwd', '/etc/default', '/etc/os-release', '/usr/share/doc', fileList];

function stateOf(path: string): string {
  const facts = fs.statSync(path, { throwIfNoEntry: false });
  return facts === undefined
    ? `${path} -`
    : [path, facts.ino, facts.size, facts.mode, facts.mtimeMs, facts.ctimeMs].join(' ');
}
