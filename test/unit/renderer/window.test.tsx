// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { scenes } from '../../../src/renderer/gallery/scenes';
import { failedRun } from '../../../src/renderer/gallery/fixtures/runs';
import { plan } from '../../../src/renderer/gallery/fixtures/plans';
import { managedScan } from '../../../src/renderer/gallery/fixtures/scans';
import type { JourneyState } from '../../../src/renderer/state/journey-state';
import { wordsIn } from '../../../src/renderer/words/words-in';
import { drawWindow, noting, type Drawn } from './draw';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
  delete document.body.dataset['ready'];
});

function draw(state: JourneyState) {
  const { does, wanted } = noting();
  drawn = drawWindow(state, does);
  return { page: drawn, wanted };
}

const everyScene: readonly [string, JourneyState][] = Object.entries(scenes);

describe.each(['en', 'es'] as const)('every screen in every state (%s)', (language) => {
  test.each(everyScene)('%s is drawn with a heading, landmarks and words for everything', (_name, scene) => {
    const { page } = draw({ ...scene, settings: { ...scene.settings, language } });

    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main, nav, [role=status]').length).toBeGreaterThanOrEqual(3);
    expect(document.documentElement.lang).toBe(language);
    // A key without words is drawn as the key itself, and a name that was not given as its place.
    expect(page.text()).not.toMatch(/\b[a-z-]+\.[a-z-]+\.[a-z-]+\b(?<!journal|office\.example)|\{\{/);
  });
});

describe('the rail', () => {
  test('names every stage with a word for how far it is, and marks the one that is open', () => {
    const { page, wanted } = draw(scenes['remove-blocked']);

    page.press('stage-prove');

    const stages = ['check', 'prepare', 'choose', 'remove', 'prove'].map((stage) => page.find(`stage-${stage}`));
    expect(stages.map((stage) => stage.textContent)).toEqual([
      'Checkfound',
      'Prepare3 things to settle',
      'Chooseopen',
      'Removenot yet',
      'Provenot yet',
    ]);
    expect(stages.map((stage) => stage.getAttribute('aria-current'))).toEqual([null, null, null, 'step', null]);
    expect(wanted).toEqual([['goTo', 'prove']]);
  });

  test('opening a stage moves the focus to its heading', () => {
    const { page } = draw(scenes['check-simulated']);

    page.redraw(scenes['prepare-found']);

    expect(document.activeElement).toBe(document.querySelector('h1'));
    expect(document.activeElement?.textContent).toBe('Prepare');
  });
});

describe('the frame', () => {
  test('labels a simulated computer on every page', () => {
    const { page } = draw(scenes['check-simulated']);
    const pages = ['check', 'prepare', 'choose', 'remove', 'prove', 'history', 'settings'] as const;

    const labelled = pages.map((name) => {
      page.redraw({ ...scenes['check-simulated'], page: name });
      return page.has('simulated-band');
    });

    expect(labelled).toEqual(pages.map(() => true));
  });

  test('says that it is ready with the first result, not before', () => {
    const { page } = draw(scenes['check-busy']);
    const before = document.body.dataset['ready'];

    page.redraw(scenes['check-found']);

    expect([before, document.body.dataset['ready']]).toEqual([undefined, 'true']);
  });

  test('announces steps and ends, not lines of output', () => {
    const { page } = draw(scenes['remove-busy']);
    const step = page.find('announcement').textContent;

    page.redraw(scenes['prove-done']);

    expect([step, page.find('announcement').textContent]).toEqual([
      'Step 4 of 6: Remove Kaspersky Network Agent 15.1.0-20748',
      'Yes. Nothing of Kaspersky was found.',
    ]);
  });
});

describe('check', () => {
  test.each([
    ['check-found', 'present', 'present'],
    ['check-managed', 'present', 'managed'],
    ['check-leftovers', 'leftovers', 'leftovers'],
    ['check-clear', 'clear', 'clear'],
    ['check-after-switch', 'clear', 'after-switch'],
    ['check-only-hints', 'inconclusive', 'only-hints'],
    ['check-not-everything', 'inconclusive', 'not-everything'],
  ] as const)('%s tells its own story', (scene, verdict, story) => {
    const { page } = draw(scenes[scene]);

    const told = page.find('scan-verdict');
    expect([told.dataset['verdict'], told.dataset['story']]).toEqual([verdict, story]);
    expect(told.textContent).toContain(wordsIn('en').t(`check.story.${story}`));
  });

  test('names the parts that could not be checked', () => {
    const { page } = draw(scenes['check-not-everything']);

    expect(page.find('scan-verdict').textContent).toContain('Could not be checked: installed packages, known folders.');
  });

  test('offers simulated computers where nothing was found, and only there', () => {
    const { page, wanted } = draw(scenes['check-clear']);

    page.press('choose-computer-sim:linux-server');
    page.redraw(scenes['check-found']);

    expect(wanted).toEqual([['chooseComputer', 'sim:linux-server']]);
    expect(page.has('simulated-choice')).toBe(false);
  });

  test('opens the marks for and against, with hidden characters made visible', () => {
    const { page } = draw(scenes['check-found']);

    page.press('why-kesl');

    const card = page.find('product-kesl').textContent;
    expect(card).toContain('folder owned by ·root');
    expect(card).toContain('against');
  });

  test('tells the closed window as a fact beside the measured age, and never as one number', () => {
    const { page } = draw(scenes['check-found']);

    const fact = page.find('window-fact').textContent;
    expect(fact).toMatch(/barred from supplying updates since 29 September 2024.*785 days ago/);
    expect(fact).toContain('definitions on this computer are 786 days old');
  });
});

describe('prepare', () => {
  test('settles a stop by the person’s word', () => {
    const { page, wanted } = draw(scenes['prepare-found']);

    page.press('settle-managed-by-console');
    page.press('prepare-done-prepare:licence');
    page.press('prepare-why-prepare:licence');

    expect(page.find('prepare-managed-by-console').dataset['state']).toBe('cannot-continue');
    expect(wanted).toEqual([
      ['settle', 'managed-by-console', true],
      ['setDone', 'prepare:licence', true],
      ['lookAt', 'prepare:licence'],
    ]);
  });

  test('lets nobody’s word unlock a package manager that is at work', () => {
    const locked = {
      id: 'package-tools-locked',
      who: 'wait' as const,
      severity: 'stop' as const,
      product: null,
      says: 'Locked.',
      nextStep: 'Wait.',
    };
    const { page } = draw({
      ...scenes['prepare-found'],
      check: { phase: 'found', scan: { ...managedScan, blockers: [locked] } },
    });

    expect(page.has('settle-package-tools-locked')).toBe(false);
    expect(page.find('prepare-package-tools-locked').textContent).toContain('Look again');
  });
});

describe('choose', () => {
  test('shows ties as ties and the built-in one as a full answer', () => {
    const { page, wanted } = draw(scenes['choose-found']);

    page.press('pick-linux-system');

    expect(page.find('alternative-linux-system').textContent).toContain('Stay with what the system has');
    expect(page.find('alternative-eset-protect').textContent).toContain('Fit: 3, tied');
    expect(page.find('alternative-sophos-endpoint').textContent).toContain('Fit: 3, tied');
    expect(page.find('alternative-clamav').textContent).not.toContain('tied');
    expect(page.text()).toContain('No affiliate links and no ads.');
    expect(wanted).toEqual([['replaceWith', 'linux-system']]);
  });
});

describe('remove', () => {
  test('cannot be started while something is open, and says what', () => {
    const { page, wanted } = draw(scenes['remove-blocked']);

    page.press('start-removal');

    expect(page.find('start-removal').hasAttribute('disabled')).toBe(true);
    expect(page.find('open-preparations').textContent).toContain('This computer reports to a management console');
    expect(page.has('confirm-removal')).toBe(false);
    expect(wanted).toEqual([]);
  });

  test('shows exactly what will run and asks once before it starts', () => {
    const { page, wanted } = draw(scenes['remove-ready']);
    const command = page.find('plan-step-remove:kesl').textContent;

    page.press('start-removal');
    const beforeYes = [...wanted];
    const question = document.querySelector('[role=alertdialog]')?.textContent;
    page.press('confirm-removal');

    expect(command).toContain('apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 purge --yes kesl kesl-gui');
    expect(beforeYes).toEqual([]);
    expect(question).toContain('Remove 2 products now?');
    expect(wanted).toEqual([['startRemoval']]);
  });

  test('cannot be started while the plan is being made anew', () => {
    const ready = scenes['remove-ready'];
    const { page } = draw({ ...ready, plan: { phase: 'busy', previous: plan } });

    expect(page.find('start-removal').hasAttribute('disabled')).toBe(true);
  });

  test('shows each step as it stands, how long, and what is waited for', () => {
    const { page } = draw(scenes['remove-busy']);

    const states = [...document.querySelectorAll<HTMLElement>('[data-testid^="run-step-"]')].map(
      (step) => step.dataset['state'],
    );
    expect(states).toEqual(['acknowledged', 'acknowledged', 'done', 'running', 'waiting', 'waiting']);
    expect(page.find('run-progress').textContent).toContain('3 of 6 steps done2 min 24 s');
    expect(page.text()).toContain('Waiting for the uninstaller to finish.');
  });

  test('tells a failed step in words, with what to do now', () => {
    const { page, wanted } = draw(scenes['remove-failed']);

    page.press('resume');

    expect(page.find('failed-reason').textContent).toContain('Another program holds the package manager');
    expect(page.find('run-step-check-gone').textContent).toContain('Not reached.');
    expect(wanted).toEqual([['resume', failedRun]]);
  });

  test('tells a refusal in words, also one it has no words for', () => {
    const { page } = draw(scenes['remove-refused']);
    const known = page.find('refusal-reason').textContent;
    const refusal = { reason: 'brand-new', blockers: [], detail: null };

    page.redraw({ ...scenes['remove-refused'], removal: { phase: 'refused', refusal, resuming: null } });

    expect(known).toBe(wordsIn('en').t('reasons.elevation-denied'));
    expect(page.find('refusal-reason').textContent).toBe('The reason given was "brand-new".');
  });
});

describe('prove', () => {
  test.each([
    ['prove-done', 'yes', 'yes'],
    ['prove-unprotected', 'yes', 'no'],
    ['prove-still-there', 'no', 'yes'],
    ['prove-not-certain', 'inconclusive', 'inconclusive'],
  ] as const)('%s gives two answers in words', (scene, gone, isProtected) => {
    const { page } = draw(scenes[scene]);

    expect([page.find('gone-verdict').dataset['answer'], page.find('protected-verdict').dataset['answer']]).toEqual([
      gone,
      isProtected,
    ]);
    expect(page.find('gone-verdict').textContent).toContain(wordsIn('en').t(`report.answer.gone.${gone}`));
  });

  test('gives a note for a ticket in plain lines', () => {
    const { page } = draw(scenes['prove-unprotected']);

    page.press('ticket-note');

    const note = (page.find('ticket-note-text') as HTMLTextAreaElement).value.split('\n');
    expect(note).toContain('Is it gone? Yes. Nothing of Kaspersky was found.');
    expect(note).toContain('- root certificates: access denied.');
    expect(note.filter((line) => line.includes('apt-get'))).toHaveLength(2);
  });

  test('saves what is asked for', () => {
    const { page, wanted } = draw(scenes['prove-done']);

    page.press('save-html');
    page.press('save-json');

    expect(wanted).toEqual([
      ['save', 'html'],
      ['save', 'json'],
    ]);
    expect(page.find('saving').textContent).toContain('/home/ana/offramp-proof.html');
  });
});

describe('settings', () => {
  test('change one thing at a time', () => {
    const { page, wanted } = draw(scenes['settings-found']);
    const { settings } = scenes['settings-found'];

    page.press('option-es');
    page.press('option-dark');
    page.press('technician');

    expect(wanted).toEqual([
      ['changeSettings', { ...settings, language: 'es' }],
      ['changeSettings', { ...settings, theme: 'dark' }],
      ['changeSettings', { ...settings, technician: true }],
    ]);
  });

  test('do not let the computer be changed while something is being removed', () => {
    const { page, wanted } = draw(scenes['settings-busy']);

    page.press('choose-computer-this');

    expect(wanted).toEqual([]);
  });
});

describe('what was moved aside', () => {
  test('has a way back for each thing and for all, and none for what is back already', () => {
    const { page, wanted } = draw(scenes['history-moved-aside']);

    page.press('moved-aside-leftovers');
    page.press('undo-a1');
    page.press('undo-all-leftovers');

    expect(wanted).toEqual([
      ['undo', 'leftovers', 'a1'],
      ['undo', 'leftovers', null],
    ]);
    expect(page.find('kept-b2').querySelector('button')).toBeNull();
  });

  test('says why nothing was put back, and asks nothing twice at once', () => {
    const { page } = draw(scenes['history-not-undone']);
    expect(page.find('undo-refused').textContent).toContain('answered with no');

    page.redraw(scenes['history-undoing']);
    expect((page.find('undo-a1') as HTMLButtonElement).disabled).toBe(true);
  });
});
