import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs, openedPages } from './support/dialogs';
import { removeEverything, request, settleEverything } from './support/journey';
import { expect, test } from './support/window';

const machine = ['--machine', 'sim:linux-server'];

test('the whole journey by clicks: check, prepare, choose, remove, prove', async ({ start, folder }) => {
  const { page, app } = await start(machine);
  await expect(page.getByTestId('scan-verdict')).toHaveAttribute('data-verdict', 'present');
  await expect(page.getByTestId('product-kesl')).toBeVisible();
  expect(await settleEverything(page)).toBeGreaterThan(0);
  await page.getByTestId('to-choose').click();
  await page.locator('[data-testid^="pick-"]').first().click();
  await expect(page.locator('[data-testid^="chosen-"]')).toHaveCount(1);

  await removeEverything(page);

  await expect(page.getByTestId('run-step-remove:kesl')).toHaveAttribute('data-state', 'running');
  await expect(page.getByTestId('run-step-check-gone')).toHaveAttribute('data-state', 'passed', { timeout: 20_000 });
  await page.getByTestId('stage-prove').click();
  await expect(page.getByTestId('gone-verdict')).toHaveAttribute('data-answer', 'yes');
  await expect(page.getByTestId('protected-verdict')).toHaveAttribute('data-answer', /^(yes|no|inconclusive)$/);

  const proof = path.join(folder, 'proof.html');
  await answerDialogs(app, 0, proof);
  await request(page, 'report:save', { run: await newestRun(page), format: 'html' });
  const saved = fs.readFileSync(proof, 'utf8');
  expect(saved).toContain('Kaspersky Endpoint Security for Linux');
  expect(saved).not.toMatch(/<script|https?:/);
});

test('the whole journey by keyboard alone', async ({ start }) => {
  const { page } = await start(machine);

  await press(page, 'to-prepare');
  for (;;) {
    const open = page
      .locator('[data-testid^="prepare-"][data-state="not-started"], [data-testid^="prepare-"][data-state="looked-at"]')
      .first();
    if ((await open.count()) === 0) break;
    const id = await open.locator('[data-testid^="prepare-done-"]').getAttribute('data-testid');
    await press(page, id ?? '', 'Space');
  }
  await press(page, 'to-choose');
  await press(page, (await page.locator('[data-testid^="pick-"]').first().getAttribute('data-testid')) ?? '');
  await press(page, 'stage-remove');
  await press(page, 'start-removal');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByTestId('start-removal')).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, 'confirm-removal');

  await expect(page.getByTestId('run-step-check-gone')).toHaveAttribute('data-state', 'passed', { timeout: 20_000 });
  await press(page, 'to-prove');
  await expect(page.getByTestId('gone-verdict')).toHaveAttribute('data-answer', 'yes');
});

test('a step that fails is shown with its reason and can be gone on with', async ({ start }) => {
  const { page } = await start(['--machine', 'sim:linux-stubborn']);
  await settleEverything(page);

  await removeEverything(page);

  await expect(page.locator('[data-testid^="run-step-"][data-state="failed"]')).toHaveCount(1, { timeout: 20_000 });
  await expect(page.getByTestId('failed-reason')).toBeVisible();
  await page.getByTestId('resume').click();
  await expect(page.locator('[data-testid^="run-step-"][data-state="failed"]')).toHaveCount(0, { timeout: 20_000 });
});

test('a page of a replacement opens only after its host was shown, and only from our data', async ({ start }) => {
  const { page, app } = await start(machine);
  const ranked = (await request(page, 'alternatives:rank', { audience: 'home', budget: 'any' })) as {
    value: { alternative: { id: string; page: string } }[];
  };
  const [first] = ranked.value;
  const { asked } = await answerDialogs(app, 0);

  const known = await request(page, 'link:open', { of: 'alternative', id: first?.alternative.id });
  const unknown = await request(page, 'link:open', { of: 'alternative', id: 'https://example.org' });

  expect([known, unknown]).toEqual([
    { ok: true, value: { opened: true } },
    { ok: false, reason: 'failed', detail: 'no-such-page' },
  ]);
  expect(await openedPages(app)).toEqual([new URL(first?.alternative.page ?? '').href]);
  expect((await asked())[0]?.message).toContain(new URL(first?.alternative.page ?? '').host);
});

/** Goes to an element with the Tab key alone, then presses a key on it. */
async function press(page: Page, testId: string, key = 'Enter'): Promise<void> {
  const wanted = page.getByTestId(testId);
  await expect(wanted).toBeVisible({ timeout: 20_000 });
  for (let presses = 0; presses < 200; presses += 1) {
    const isThere = await wanted.evaluate(
      (element) => element === document.activeElement || element.contains(document.activeElement),
    );
    if (isThere) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${testId} cannot be reached with the Tab key`);
}

async function newestRun(page: Page): Promise<string | null> {
  const runs = (await request(page, 'runs:list', {})) as { value: { run: string }[] };
  return runs.value[0]?.run ?? null;
}
