import type { BrowserWindow } from 'electron';

/** Asks before a window is closed in the middle of a removal. `mayClose` resolves to true to close; nothing is ended by it. */
export function closeWithCare(window: BrowserWindow, isBusy: () => boolean, mayClose: () => Promise<boolean>): void {
  let isAsking = false;
  window.on('close', (event) => {
    if (!isBusy()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void mayClose()
      .then((yes) => {
        if (yes && !window.isDestroyed()) window.destroy();
      })
      .finally(() => {
        isAsking = false;
      });
  });
}
