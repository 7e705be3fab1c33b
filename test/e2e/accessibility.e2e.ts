import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { removeEverything, settleEverything } from './support/journey';
import { expect, test } from './support/window';

for (const scheme of ['light', 'dark'] as const)
  test(`every stage is free of accessibility faults (${scheme})`, async ({ start }) => {
    const { page } = await start(['--machine', 'sim:linux-server']);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const faults: Record<string, readonly string[]> = {};
    const look = async (stage: string): Promise<void> => void (faults[stage] = await faultsOn(page));

    await look('check');
    await settleEverything(page);
    await look('prepare');
    await page.getByTestId('to-choose').click();
    await expect(page.locator('[data-testid^="alternative-"]').first()).toBeVisible();
    await look('choose');
    await page.getByTestId('stage-remove').click();
    await look('remove');
    await page.getByTestId('start-removal').click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('confirm');
    await page.keyboard.press('Escape');
    await removeEverything(page);
    await expect(page.getByTestId('run-step-check-gone')).toHaveAttribute('data-state', 'passed', { timeout: 20_000 });
    await page.getByTestId('stage-prove').click();
    await expect(page.getByTestId('gone-verdict')).toBeVisible();
    await look('prove');
    for (const other of ['history', 'settings']) {
      await page.getByTestId(`page-${other}`).click();
      await look(other);
    }

    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
  });

test('nothing is cut off in a small window at twice the size', async ({ start }) => {
  const { app, page } = await start(['--machine', 'sim:linux-server']);
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setSize(800, 600);
    window?.webContents.setZoomFactor(2);
  });

  for (const place of [
    'stage-check',
    'stage-prepare',
    'stage-choose',
    'stage-remove',
    'stage-prove',
    'page-history',
    'page-settings',
  ]) {
    await page.getByTestId(place).click();
    const hidden = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ place, hidden }).toEqual({ place, hidden: 0 });
  }
});

async function faultsOn(page: Page): Promise<readonly string[]> {
  // Electron opens no second page for axe, which its older way does not need.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
