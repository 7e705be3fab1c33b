import { LinuxLab } from './linux-lab';

/** A run of its own, for the test that ends one: installs in the work folder it is given, says so, and waits for its end. */
const lab = await LinuxLab.open({ workFolder: process.argv[2] ?? '' });
lab.cleanUpOnExit();
lab.setUp({ standIn: 'kesl', leavesBehind: true, prermFails: true });
process.stdout.write('installed\n');
setInterval(() => undefined, 1000);
