import { linuxMachine } from '../../src/main/platform/linux/linux-machine';
import { thisLinux } from '../../src/main/platform/linux/linux-tools';
import { sessionToolsFor } from '../../src/main/platform/session-tools';
import { windowsMachine } from '../../src/main/platform/windows/windows-machine';
import { probeCosts } from './probe-costs';

// node FILE RUNS [ROOT]: what each probe costs on this computer, or on a Linux whose `/` is the folder ROOT; printed as JSON.
const [, , runs, root] = process.argv;
void print(Number(runs));

async function print(times: number): Promise<void> {
  const made = sessionToolsFor({ source: 'this', language: 'en' });
  if (!made.ok) throw new Error(`${made.reason}: ${made.detail}`);
  const linux = () => linuxMachine(root === undefined ? thisLinux() : { ...thisLinux(), root });
  const costs = await probeCosts(made.tools, process.platform === 'win32' ? windowsMachine : linux, times);
  process.stdout.write(JSON.stringify(costs));
}
