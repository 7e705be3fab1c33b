import { machineFixture, machineFixtureNames } from '../../../fixtures/machine-fixtures';
import { versionKeys } from './parts/windows-itself';

/** Windows computers that are not replanted: others beside them show the same, and each costs a second. */
const leftOut =
  /-(2000-programs|clean-(developer|eset|norton|bitdefender|office|home-10|server-2019|spanish)|premium-(broken-installer|russian))$/;

/** The recorded Windows computers, ordered so that those of the same Windows follow each other. */
export const replanted: readonly string[] = machineFixtureNames
  .filter((name) => name.startsWith('windows-') && !leftOut.test(name))
  .map((name) => ({ name, version: JSON.stringify(versionKeys(machineFixture(name))) }))
  .sort((a, b) => (a.version === b.version ? 0 : a.version < b.version ? -1 : 1))
  .map(({ name }) => name);
