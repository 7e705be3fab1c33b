import { windowsMachine } from '../../../src/main/platform/windows/windows-machine';
import { machineConformance } from '../../contract/machine/machine-conformance';

/** Runs inside Windows: asks this computer what every computer must be able to answer, and prints the results as JSON. */
async function main(): Promise<void> {
  const results = await machineConformance(async () => ({
    machine: windowsMachine(),
    available: {
      file: 'C:\\windows\\win.ini',
      folder: 'C:\\windows\\system32\\drivers',
      registryTree: { root: 'HKLM', view: 64, path: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', depth: 0 },
    },
  }));
  process.stdout.write(JSON.stringify(results));
}

void main();
