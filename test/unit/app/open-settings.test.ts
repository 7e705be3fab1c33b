import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSettings } from '../../../src/main/app/settings/open-settings';
import type { Settings } from '../../../src/preload/contract/requests';

const defaults: Settings = { language: 'en', theme: 'system', technician: false };
const spanish: Settings = { language: 'es', theme: 'dark', technician: false };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offramp-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the settings', () => {
  test('are the defaults where there are none yet', () => {
    expect(opened().read()).toEqual(defaults);
  });

  test('are what was written, also for the next start', () => {
    opened().write(spanish);

    expect(opened().read()).toEqual(spanish);
  });

  test.each([
    ['is no JSON', '{"language": "es"'],
    ['holds something unknown', JSON.stringify({ ...spanish, password: 'x' })],
    ['holds a value that is none of ours', JSON.stringify({ ...spanish, theme: 'pink' })],
  ])('start anew when the file %s, and the file is kept', (_what, text) => {
    writeFileSync(join(folder, 'settings.json'), text);

    const settings = opened();

    expect(settings.read()).toEqual(defaults);
    expect(readFileSync(join(folder, 'settings.json.broken'), 'utf8')).toBe(text);
    settings.write(spanish);
    expect(opened().read()).toEqual(spanish);
  });

  test('follow the command line until the person chooses, and do not keep it', () => {
    opened().write(spanish);

    const settings = opened({ technician: true, language: 'en' });

    expect(settings.read()).toEqual({ language: 'en', theme: 'dark', technician: true });
    expect(opened().read()).toEqual(spanish);
    settings.write({ ...spanish, theme: 'light' });
    expect(settings.read()).toEqual({ ...spanish, theme: 'light' });
  });
});

/** A plain JSON file that throws on opening when it is damaged, as the store of the program does. */
function opened(switches: Partial<Settings> = {}) {
  const path = join(folder, 'settings.json');
  const open = () => {
    const values: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    return { read: () => values, write: (settings: Settings) => writeFileSync(path, JSON.stringify(settings)) };
  };
  return openSettings({ open, path, defaults, switches, log: () => {} });
}
