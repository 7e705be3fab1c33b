import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_LIMIT_MS = 60_000;

/**
 * Starts a packaged program on a hidden display and hands its first window to `use`; ends it whatever happens.
 * Playwright's own Electron launch needs Node's inspector, which the fuses close, so this attaches to Chromium instead.
 * @returns what the program printed
 */
export async function withPackagedWindow(
  program: { readonly binary: string; readonly env?: NodeJS.ProcessEnv; readonly args?: readonly string[] },
  use: (page: Page) => Promise<void>,
): Promise<string> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'offramp-packaged-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const switches = ['--disable-gpu', `--user-data-dir=${userData}`, '--remote-debugging-port=0', ...sandbox];
  const words = ['-a', program.binary, ...switches, ...(program.args ?? [])];
  const child = spawn('xvfb-run', words, { env: { ...process.env, ...program.env }, detached: true });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
  try {
    const port = await portOfLoadedWindow(
      userData,
      () => child.exitCode === null,
      () => printed,
    );
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    try {
      const context = browser.contexts()[0];
      if (context === undefined) throw new Error('The program offers no browser context');
      const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: START_LIMIT_MS }));
      await use(page);
    } finally {
      await browser.close();
    }
  } finally {
    endGroup(child.pid);
    await pause(300);
    fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
  return printed;
}

// Attaching before the window has its page hangs: Electron answers for no page, and Playwright waits for one.
async function portOfLoadedWindow(userData: string, lives: () => boolean, printed: () => string): Promise<string> {
  const file = path.join(userData, 'DevToolsActivePort');
  for (const startedAt = Date.now(); Date.now() - startedAt < START_LIMIT_MS && lives(); await pause(100)) {
    const port = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n')[0] : undefined;
    if (port !== undefined && port !== '' && (await hasLoadedPage(port))) return port;
  }
  throw new Error(`The packaged program opened no window. It printed:\n${printed()}`);
}

async function hasLoadedPage(port: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await answer.json()) as readonly { type: string; url: string; title: string }[];
    return targets.some(({ type, url, title }) => type === 'page' && url !== '' && title !== '' && title !== url);
  } catch {
    return false;
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
