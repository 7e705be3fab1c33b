import { FuseV1Options } from '@electron/fuses';
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { statedFuses } from './stated-fuses';

test('every fuse Electron knows is stated, none is left to its default', () => {
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));

  const stated = Object.keys(statedFuses());

  expect(stated.sort()).toEqual(known.sort());
});

test('the stated fuses close every way into the program but its own archive', () => {
  expect(statedFuses()).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('the Windows installers install for all users, where ordinary programs cannot write', () => {
  const settings: unknown = parse(fs.readFileSync('electron-builder.yml', 'utf8'));

  expect(settings).toMatchObject({
    nsis: { perMachine: true, allowToChangeInstallationDirectory: false },
    msi: { perMachine: true },
  });
});
