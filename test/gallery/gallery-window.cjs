// A bare Electron window that shows the address it is started with: the gallery in the browser engine the program has.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1120,
    height: 760,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  return window.loadURL(process.argv.at(-1));
});
