import { BrowserWindow, nativeTheme } from 'electron';
import type { PageAddress } from './page-address';

export interface MainWindowOptions {
  readonly address: PageAddress;
  readonly preload: string;
  readonly devTools: boolean;
  readonly icon: string | null;
}

/** The one window. It has no rights of its own: everything it wants goes through the contract. */
export function openMainWindow({ address, preload, devTools, icon }: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1120,
    height: 780,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Offramp',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff',
    ...(icon === null ? {} : { icon }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
      devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(address.url);
  return window;
}
