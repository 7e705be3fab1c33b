import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openGallery } from '../gallery/open-gallery.mjs';

test.describe.configure({ mode: 'serial' });

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every scene is asked in each view; a fault names both. */
let gallery: Awaited<ReturnType<typeof openGallery>>;

test.beforeAll(async () => {
  test.setTimeout(60_000);
  gallery = await openGallery();
});
test.afterAll(() => gallery.close());

// Only colours differ between the two; asking everything twice would cost half a minute.
for (const [view, rules] of [
  ['light', null],
  ['dark', ['color-contrast']],
] as const)
  test(`axe finds nothing in any screen and state (${view})`, async () => {
    test.setTimeout(180_000);
    const faults: string[] = [];
    for (const name of gallery.names) {
      await gallery.show(name, view);
      // Electron opens no second page for axe, which its older way does not need.
      const axe = new AxeBuilder({ page: gallery.page }).setLegacyMode(true);
      const { violations } = await (rules === null ? axe.withTags(standards) : axe.withRules([...rules])).analyze();
      for (const { id, nodes } of violations)
        faults.push(`${name}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }

    expect(gallery.names.length).toBeGreaterThan(40);
    expect(faults).toEqual([]);
  });

for (const view of ['zoomed', 'small', 'stretched', 'technician', 'forced'] as const)
  test(`no screen is wider than its window or cuts a text, in any state (${view})`, async () => {
    test.setTimeout(120_000);
    const faults: string[] = [];
    for (const name of gallery.names) {
      await gallery.show(name, view);
      const hidden = await gallery.hiddenWidth();
      if (hidden > 0) faults.push(`${name}: ${hidden} px`);
      faults.push(...(await gallery.cutTexts()).map((text) => `${name} cuts ${text}`));
    }

    expect(faults).toEqual([]);
  });

test('no screen complained of anything while it was drawn', () => {
  expect(gallery.complaints).toEqual([]);
});
