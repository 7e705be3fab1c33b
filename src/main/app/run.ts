import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, ipcMain, Menu, nativeTheme, session, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { languages, type Language } from '../core/knowledge/knowledge';
import type { Settings } from '../../preload/contract/requests';
import { listSimulated } from '../platform/session-tools';
import { registerRequests } from './ipc/register-requests';
import { tellPage } from './ipc/tell-page';
import { allHandlers } from './all-handlers';
import { computerChoices, openComputers } from './journey/computers';
import { openJourneyHere, type JourneyTools } from './journey/journey-here';
import { menuTemplate } from './menu/menu-template';
import type { Switches } from './read-switches';
import { guardContents } from './security/guard-contents';
import { guardSession } from './security/guard-session';
import { openSettings } from './settings/open-settings';
import { settingsFile, settingsFileName } from './settings/settings-file';
import { closeWithCare } from './windows/close-with-care';
import { dialogsOf } from './windows/dialogs';
import { openMainWindow } from './windows/open-main-window';
import { pageAddress, type PageAddress } from './windows/page-address';
import { servePage } from './windows/serve-page';
import { appWords } from './words/app-words';

export type Run =
  { readonly ok: true } | { readonly ok: false; readonly code: 2 | 9; readonly title: string; readonly detail: string };

/**
 * Puts the program together and opens its window. The page's own process starts first and on its own: meanwhile this one reads what it knows
 * and begins to look, so that the first look has nothing to wait for.
 */
export function run(switches: Switches, log: (line: string) => void): Run {
  const userData = app.getPath('userData');
  const settings = openSettings({
    open: () => settingsFile(userData),
    path: join(userData, `${settingsFileName}.json`),
    defaults: { language: languageOf(app.getLocale()), theme: 'system', technician: false },
    switches: {
      ...(switches.language === null ? {} : { language: switches.language }),
      ...(switches.technician ? { technician: true } : {}),
    },
    log,
  });
  const words = () => appWords(settings.read().language);
  let window: BrowserWindow | null = null;
  const tell = tellPage(() => (window === null || window.isDestroyed() ? null : window.webContents), log);
  const dialogs = dialogsOf(() => window, words);
  const tools: JourneyTools = {
    place: { isPackaged: app.isPackaged, resourcesPath: process.resourcesPath, appPath: app.getAppPath(), userData },
    language: () => settings.read().language,
    tell,
    confirm: (plan) => dialogs.confirm(plan),
    confirmUndo: (things) => dialogs.confirmUndo(things),
    log,
  };

  const address = pageAddress(app.isPackaged, process.env['ELECTRON_RENDERER_URL']);
  guardContents(app, address.isOurs, log);
  guardSession(session.defaultSession, address.isOurs, address.server, log);
  servePage(session.defaultSession, join(app.getAppPath(), 'dist', 'app', 'renderer'), log);
  nativeTheme.themeSource = settings.read().theme;
  window = openWindow(address);

  const choices = computerChoices(listSimulated());
  if (!choices.some(({ id }) => id === switches.machine))
    return {
      ok: false,
      code: 2,
      title: words()('app.refused.title'),
      detail: words()('app.refused.computer', { name: switches.machine }),
    };
  const first = openJourneyHere(switches.machine, tools);
  if (!first.ok)
    return {
      ok: false,
      code: 9,
      title: words()('app.refused.title'),
      detail: words()('app.refused.data', { reason: first.reason, detail: first.detail }),
    };
  const computers = openComputers(first.journey, choices, (id) => openJourneyHere(id, tools));
  computers.current().scan.begin();

  const follow = ({ language, theme }: Settings): void => {
    nativeTheme.themeSource = theme;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(appWords(language), process.platform)));
    computers.current().speak(language);
  };
  registerRequests({
    host: ipcMain,
    handlers: allHandlers({ computers, settings, follow, dialogs, words, open: (url) => shell.openExternal(url.href) }),
    isOurs: (call) => window !== null && !window.isDestroyed() && isFromPage(call, window, address),
    log,
  });
  closeWithCare(
    window,
    () => computers.current().activeRun() !== null,
    () => dialogs.mayClose(computers.current().simulated),
  );

  follow(settings.read());
  app.on('second-instance', () => bringToFront(window));
  app.on('window-all-closed', () => app.quit());
  return { ok: true };
}

function openWindow(address: PageAddress): BrowserWindow {
  const icon = join(app.getAppPath(), 'assets', 'icons', '256x256.png');
  return openMainWindow({
    address,
    preload: join(app.getAppPath(), 'dist', 'app', 'preload', 'index.cjs'),
    devTools: !app.isPackaged,
    icon: process.platform === 'linux' && existsSync(icon) ? icon : null,
  });
}

/** Our own window, its main frame, our own page: a frame inside it or another page in it is somebody else. */
const isFromPage = (
  { sender, senderFrame }: IpcMainInvokeEvent,
  window: BrowserWindow,
  address: PageAddress,
): boolean =>
  sender === window.webContents &&
  senderFrame !== null &&
  senderFrame === window.webContents.mainFrame &&
  address.isOurs(senderFrame.url);

function bringToFront(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function languageOf(locale: string): Language {
  const primary = locale.slice(0, 2).toLowerCase();
  return languages.find((language) => language === primary) ?? 'en';
}
