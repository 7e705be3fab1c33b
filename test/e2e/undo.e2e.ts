import { expect, test } from './support/window';

const machine = ['--machine', 'sim:linux-leftovers'];

test('what was left behind is moved aside in the window, and put back from History', async ({ start }) => {
  const { page } = await start(machine);
  await expect(page.getByTestId('scan-verdict')).toHaveAttribute('data-verdict', 'leftovers');

  await page.getByTestId('stage-remove').click();
  await page.getByTestId('start-removal').click();
  await page.getByTestId('confirm-removal').click();
  await expect(page.getByTestId('run-step-check-protected')).toHaveAttribute('data-state', /passed/, {
    timeout: 30_000,
  });
  await page.getByTestId('stage-prove').click();
  await expect(page.getByTestId('category-files')).toBeVisible();

  await page.getByTestId('page-history').click();
  await page.locator('[data-testid^="moved-aside-"]').first().click();
  const kept = page.locator('[data-testid^="kept-"]');
  const count = await kept.count();
  expect(count).toBeGreaterThan(1);
  await kept.first().getByRole('button').click();
  await expect(kept.first()).toHaveAttribute('data-state', 'back');
  await page.locator('[data-testid^="undo-all-"]').click();
  await expect(page.locator('[data-testid^="kept-"][data-state="back"]')).toHaveCount(count, { timeout: 20_000 });

  await page.getByTestId('stage-check').click();
  await page.getByTestId('look-again').click();
  await expect(page.getByTestId('scan-verdict')).toHaveAttribute('data-verdict', 'leftovers');
});
