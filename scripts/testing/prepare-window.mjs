import { build } from '../build/build.mjs';
import { electronEnvironment, findElectron } from '../setup/electron-runtime.mjs';
import { sayTo } from '../setup/say.mjs';

/** Before tests of the window (Playwright's globalSetup): builds it and tells Playwright which Electron to use. */
export default async function prepareWindow() {
  const electron = findElectron();
  if (electron === undefined) throw new Error('There is no Electron here yet: npm test -- e2e sets it up.');
  Object.assign(process.env, electronEnvironment(electron));
  const built = await build({ say: sayTo(process.stderr) });
  if (!built.ok) throw new Error(built.failed.map(({ product, reason }) => `${product}: ${reason}`).join('\n'));
}
