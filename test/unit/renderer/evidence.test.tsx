// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { hostileScan, managedScan } from '../../../src/renderer/gallery/fixtures/scans';
import { pressedScenes, scenes } from '../../../src/renderer/gallery/scenes';
import { filterEvidence } from '../../../src/renderer/screens/check/filter-evidence';
import { scanCommand, scanJson } from '../../../src/renderer/screens/check/scan-as-text';
import type { JourneyState } from '../../../src/renderer/state/journey-state';
import { wordsIn } from '../../../src/renderer/words/words-in';
import { drawWindow, noting, type Drawn } from './draw';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
  Reflect.deleteProperty(navigator, 'clipboard');
  delete document.body.dataset['ready'];
});

/** The window with the evidence opened, as a person opens it. */
function open(state: JourneyState): Drawn {
  drawn = drawWindow(state, noting().does);
  drawn.press('see-evidence');
  return drawn;
}

function type(page: Drawn, text: string): void {
  const input = page.find('evidence-filter') as HTMLInputElement;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** jsdom has no clipboard of its own. */
const stubClipboard = (writeText: (text: string) => Promise<void>): void =>
  void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });

const rows = (page: Drawn, testId: string): readonly string[] =>
  page.has(testId) ? [...page.find(testId).querySelectorAll('tbody tr')].map((row) => row.textContent) : [];

describe('the evidence', () => {
  test.each(
    Object.entries(pressedScenes)
      .filter(([, { press }]) => press === 'see-evidence')
      .flatMap(([name, { scene }]) => (['en', 'es'] as const).map((language) => [name, language, scene] as const)),
  )('%s (%s) has one heading, captions, heads and words for everything', (_name, language, scene) => {
    const state: JourneyState = scenes[scene];
    const page = open({ ...state, settings: { ...state.settings, language } });

    const tables = [...document.querySelectorAll('table')];
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.activeElement).toBe(document.querySelector('h1'));
    expect(document.activeElement?.textContent).toBe(wordsIn(language).t('evidence.title'));
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      expect(table.caption?.textContent).not.toBe('');
      expect(table.querySelectorAll('thead th[scope=col]').length).toBeGreaterThan(3);
      expect(table.querySelectorAll('tbody tr').length).toBe(table.querySelectorAll('tbody th[scope=row]').length);
    }
    // A key without words is drawn as the key itself.
    expect(page.text()).not.toMatch(/\bevidence\.[a-z]/);
  });

  test('shows every mark of every product with value, place and probe, and every probe with its time', () => {
    const page = open(scenes['check-managed']);

    const marks = managedScan.detections.flatMap(({ marks: spoken }) => spoken);
    expect([...rows(page, 'evidence-kesl'), ...rows(page, 'evidence-klnagent')]).toHaveLength(marks.length);
    expect(rows(page, 'evidence-kesl')[2]).toMatch(
      /kesl\.service running.*\/lib\/systemd\/system\/kesl\.service.*for.*services/,
    );
    expect(rows(page, 'evidence-probes')).toHaveLength(managedScan.probes.length);
    expect(rows(page, 'evidence-probes').find((row) => row.includes('root certificates'))).toMatch(
      /certificates.*access denied.*\/root\/\.pki: permission denied.*12$/,
    );
  });

  test('proves whose the leftovers are', () => {
    const page = open(scenes['check-leftovers']);

    expect(rows(page, 'evidence-residue')[0]).toContain('inside /var/opt/kaspersky, dpkg:kesl');
  });

  test('where nothing was found, says so and shows what was looked at', () => {
    const page = open(scenes['check-clear']);

    expect(page.has('evidence-nothing')).toBe(true);
    expect(rows(page, 'evidence-probes').length).toBeGreaterThan(5);
  });

  test('narrows to the lines that hold every word, and says how many that are', () => {
    const page = open(scenes['check-managed']);

    type(page, 'SYSTEMD Service');

    expect(rows(page, 'evidence-kesl')).toHaveLength(1);
    expect([page.has('evidence-klnagent'), page.has('evidence-probes')]).toEqual([false, false]);
    expect(page.find('evidence-count').textContent).toBe('1 of 15 lines are shown.');
    expect(page.find('evidence-count').getAttribute('role')).toBe('status');

    type(page, 'nowhere to be found');
    expect(document.querySelectorAll('table')).toHaveLength(0);

    type(page, '');
    expect(document.querySelectorAll('table')).toHaveLength(3);
  });

  test('goes back to the result, with the focus on its heading', () => {
    const page = open(scenes['check-found']);

    page.press('evidence-back');

    expect(page.has('scan-verdict')).toBe(true);
    expect(document.activeElement?.textContent).toBe('Check');
  });

  test('draws what a hostile computer says as text, with nothing hidden', () => {
    const page = open(scenes['check-hostile']);

    const main = document.querySelector('main');
    expect(main?.querySelectorAll('script, img, b, marquee')).toHaveLength(0);
    expect(main?.textContent).toContain('<script>document.title = 1</script>');
    expect(main?.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(main?.textContent).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/);
    expect(page.text()).toContain('$t(verdicts.clear)');
  });

  test('draws a limited number of lines and says how many are left', () => {
    const [detection] = managedScan.detections;
    const [mark] = detection?.marks ?? [];
    if (detection === undefined || mark === undefined) throw new Error('the fixture has a mark');
    const marks = Array.from({ length: 20_000 }, (_, at) => ({ ...mark, value: `value ${at}` }));

    const page = open({
      ...scenes['check-found'],
      check: { phase: 'found', scan: { ...managedScan, detections: [{ ...detection, marks }] } },
    });

    expect(rows(page, 'evidence-kesl')).toHaveLength(500);
    expect(page.find('evidence-kesl').textContent).toContain('19,500 more lines are not drawn.');
    type(page, '19999');
    expect(rows(page, 'evidence-kesl')).toHaveLength(1);
  });
});

describe('taking the evidence along', () => {
  test('copies the scan as JSON and the command that gives it, and says so', async () => {
    const copied: string[] = [];
    stubClipboard(async (text) => void copied.push(text));
    const page = open(scenes['check-simulated']);

    page.press('copy-json');
    page.press('copy-command');
    await act(async () => Promise.resolve());

    expect(JSON.parse(copied[0] ?? '')).toMatchObject({ verdict: 'present', machine: { simulated: true } });
    expect(copied[1]).toBe('offramp scan --json --machine sim:linux-server');
    expect(page.find('evidence-copy').textContent).toContain('Copied.');
  });

  test('shows the text to be copied by hand where the system refuses', async () => {
    stubClipboard(async () => Promise.reject(new Error('denied')));
    const page = open(scenes['check-found']);

    page.press('copy-command');
    await act(async () => Promise.resolve());

    expect(page.find('evidence-copy').querySelector('textarea')?.value).toBe('offramp scan --json');
    expect(page.find('evidence-copy').textContent).toContain('copy it yourself');
  });

  test('escapes what a terminal would obey, and changes nothing else', () => {
    const json = scanJson(hostileScan);

    expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
    expect(JSON.parse(json)).toEqual(hostileScan);
    expect(scanCommand(null)).toBe('offramp scan --json');
  });
});

describe('narrowing the evidence', () => {
  test('knows the words of the language that is read', () => {
    const shown = (language: 'en' | 'es', typed: string): number =>
      filterEvidence(managedScan, typed, wordsIn(language)).shown;

    expect([shown('en', 'denied'), shown('es', 'denegado'), shown('es', 'access denied'), shown('en', '')]).toEqual([
      1, 1, 0, 15,
    ]);
  });
});
