import { spawn } from 'node:child_process';
import path from 'node:path';
import { createRequire } from 'node:module';
import { environment, expect, test } from './support/window';

test('looks at this computer by itself and shows an answer', async ({ start }) => {
  const { page } = await start();

  await expect(page).toHaveTitle(/Offramp/);
  await expect(page.getByTestId('scan-verdict')).toHaveAttribute(
    'data-verdict',
    /^(present|leftovers|clear|inconclusive)$/,
  );
  await expect(page.getByTestId('simulated-band')).toHaveCount(0);
});

test('opens on the simulated computer that was asked for, and says that it is one', async ({ start }) => {
  const { page } = await start(['--machine', 'sim:linux-server', '--technician']);

  await expect(page.getByTestId('scan-verdict')).toHaveAttribute('data-verdict', 'present');
  await expect(page.getByTestId('simulated-band')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'dense');
});

test('speaks Spanish when asked to, from the first word', async ({ start }) => {
  const { page } = await start(['--machine', 'sim:linux-server', '--lang', 'es']);

  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByTestId('stage-check')).toContainText('Comprobar');
  await expect(page.getByTestId('scan-verdict')).not.toContainText(/\bfound\b|\bcomputer\b/);
});

test('goes to another computer and back', async ({ start }) => {
  const { page } = await start(['--machine', 'sim:clean-linux']);
  await page.getByTestId('page-settings').click();

  await page.getByTestId('choose-computer-sim:linux-server').click();
  await page.getByTestId('stage-check').click();

  await expect(page.getByTestId('scan-verdict')).toHaveAttribute('data-verdict', 'present');
});

test('a second start brings the first window to the front and ends', async ({ start }) => {
  const { app, folder } = await start(['--machine', 'sim:clean-linux']);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());

  const code = await secondStart(folder);

  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
    )
    .toEqual([false]);
});

test('does not start on a simulated computer that does not exist', async ({ folder }) => {
  expect(await secondStart(folder, ['--machine', 'sim:no-such-computer'])).toBe(2);
});

/** The program as a person starts it, without a test attached. Gives its exit code. */
function secondStart(folder: string, words: readonly string[] = []): Promise<number | null> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, '--disable-gpu', `--user-data-dir=${path.join(folder, 'user')}`, '.', ...words];
  const child = spawn(electron, args, { env: environment(folder), stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
