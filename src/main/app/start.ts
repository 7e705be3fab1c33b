import { app, dialog } from 'electron';
import { logLine } from './log-line';
import { readSwitches } from './read-switches';
import { run } from './run';
import { claimPageScheme } from './windows/serve-page';

/** Starts the program: one instance per person; a second one only brings the first to the front. */
export async function start(): Promise<void> {
  const log = logLine();
  claimPageScheme();
  // Started by root, Chromium's own sandbox cannot work; asking for it all the same would end every process of the program.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  await app.whenReady();
  const started = run(readSwitches(process.argv.slice(1)), log);
  if (started.ok) return;
  log(started.detail);
  // Without its data there is no page that could say so.
  if (started.code === 9) dialog.showErrorBox(started.title, started.detail);
  app.exit(started.code);
}
