import { expect, type Page } from '@playwright/test';

/** Ticks everything that has to be settled, by clicks, and says how many things that were. */
export async function settleEverything(page: Page): Promise<number> {
  await page.getByTestId('stage-prepare').click();
  await expect(page.getByTestId('to-choose')).toBeVisible();
  const ticks = page.locator('[data-testid^="prepare-done-"], [data-testid^="settle-"]');
  const count = await ticks.count();
  for (let at = 0; at < count; at += 1) await ticks.nth(at).click();
  return count;
}

/** From a settled plan to the end of the run, by clicks. */
export async function removeEverything(page: Page): Promise<void> {
  await page.getByTestId('stage-remove').click();
  await page.getByTestId('start-removal').click();
  await page.getByTestId('confirm-removal').click();
}

/** Asks the main process as the page does. */
export const request = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(
    ([asked, given]) =>
      (
        globalThis as unknown as { offramp: { request(name: unknown, input: unknown): Promise<unknown> } }
      ).offramp.request(asked, given),
    [name, input] as const,
  );
