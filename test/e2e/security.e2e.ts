import type { ElectronApplication } from '@playwright/test';
import { removeEverything, request, settleEverything } from './support/journey';
import { expect, test } from './support/window';

const machine = ['--machine', 'sim:linux-server'];

test('the page keeps its own content policy through the whole journey', async ({ start }) => {
  const { app, page } = await start(machine);
  await app.context().addInitScript(() => {
    const seen = globalThis as unknown as { violations: string[] };
    seen.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await page.reload();
  await page.locator('body[data-ready="true"]').waitFor();

  await settleEverything(page);
  await page.getByTestId('to-choose').click();
  await removeEverything(page);
  await expect(page.getByTestId('run-step-check-gone')).toHaveAttribute('data-state', 'passed', { timeout: 20_000 });
  await page.getByTestId('stage-prove').click();
  await page.getByTestId('page-history').click();
  await page.getByTestId('page-settings').click();

  expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual([]);
});

test('the policy is strict: nothing inline, nothing from elsewhere, no eval', async ({ start }) => {
  const { page } = await start(machine);

  const blocked = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    const style = document.createElement('style');
    style.textContent = 'body{color:red}';
    const picture = document.createElement('img');
    picture.src = 'https://example.org/x.png';
    const frame = document.createElement('iframe');
    frame.src = 'app://offramp/index.html';
    document.body.append(inline, style, picture, frame);
    const fetched = await fetch('app://offramp/index.html').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { violations: [...new Set(violations)].sort(), fetched, inlineRan: 'inlineRan' in globalThis };
  });
  // Asked from a timer of the page: what a debugger evaluates directly is exempt from the policy.
  const evals = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => {
          const make = Object.getPrototypeOf(() => undefined) as { constructor: (code: string) => unknown };
          try {
            make.constructor('return 1');
            resolve(true);
          } catch {
            resolve(false);
          }
        }, 50);
      }),
  );

  expect(blocked).toEqual({
    violations: ['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem'],
    fetched: false,
    inlineRan: false,
  });
  expect(evals).toBe(false);
});

test('the page has nothing of Node or Electron, and an api of names and values', async ({ start }) => {
  const { page } = await start(machine);

  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron', 'global'].filter((name) => name in globalThis),
    api: Object.keys((globalThis as unknown as { offramp: object }).offramp).sort(),
  }));

  expect(found).toEqual({ globals: [], api: ['on', 'request'] });
});

test('the window is a sandboxed one', async ({ start }) => {
  const { app } = await start(machine);

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Known to Electron, not to its published types.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, spellcheck } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, spellcheck };
  });

  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect([preferences.webviewTag, preferences.spellcheck].every((value) => value !== true)).toBe(true);
});

test('no window opens and no page is left', async ({ start }) => {
  const { app, page } = await start(machine);
  const before = page.url();

  const opened = await page.evaluate(() => window.open('https://example.org/') !== null);
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://elsewhere/index.html',
  ])
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
      try {
        location.assign(to);
      } catch {
        // Chromium itself refuses some of them.
      }
    }, address);
  await page.waitForTimeout(500);

  expect({ opened, url: page.url(), windows: await windowsOf(app) }).toEqual({
    opened: false,
    url: before,
    windows: 1,
  });
  // Asked past the test tool, which still waits for the last refused page to arrive.
  const stillThere = await app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "document.querySelector('[data-testid=scan-verdict]') !== null",
      ) as Promise<boolean>,
  );
  expect(stillThere).toBe(true);
});

test('no permission is given, and nothing is downloaded', async ({ start }) => {
  const { app, page } = await start(machine);
  const downloads = await app.evaluate(({ session }) => {
    const seen = globalThis as unknown as { downloads: string[] };
    seen.downloads = [];
    session.defaultSession.on('will-download', (event) =>
      seen.downloads.push(event.defaultPrevented ? 'refused' : 'begun'),
    );
    return seen.downloads.length;
  });

  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    location: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code }) => resolve(code),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      ({ name }: Error) => name,
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'given',
      ({ name }: Error) => name,
    ),
  }));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  await page.waitForTimeout(500);

  expect(downloads).toBe(0);
  expect(answers).toEqual({
    notifications: 'denied',
    location: 1,
    camera: expect.stringMatching(/^Not(Allowed|Found)Error$/) as unknown,
    clipboard: 'NotAllowedError',
  });
  const seen = await app.evaluate(() => (globalThis as unknown as { downloads: string[] }).downloads);
  expect(seen.filter((what) => what !== 'refused')).toEqual([]);
});

test('wrong requests are refused with a reason', async ({ start }) => {
  const { page } = await start(machine);

  expect(await request(page, 'computers:choose', { id: 5 })).toMatchObject({ ok: false, reason: 'bad-request' });
  expect(await request(page, 'scan:run', { path: '/etc/passwd' })).toMatchObject({ ok: false, reason: 'bad-request' });
  expect(await request(page, 'shell:run', {})).toMatchObject({ ok: false, reason: 'bad-request' });
  expect(await request(page, 'constructor', {})).toMatchObject({ ok: false, reason: 'bad-request' });
  expect(await request(page, 'computers:choose', { id: '../../etc/passwd' })).toEqual({
    ok: false,
    reason: 'failed',
    detail: 'no-such-computer',
  });
  expect(await request(page, 'run:start', { digest: 'a'.repeat(64) })).toMatchObject({
    ok: true,
    value: { ok: false, refusal: { reason: 'plan-differs' } },
  });
});

const windowsOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
