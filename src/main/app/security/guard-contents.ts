import type { App, WebContents } from 'electron';

/** Whatever shows a page in this program stays on our page and opens nothing. Every refusal is logged, without the address's own words. */
export function guardContents(app: App, isOurs: (url: string) => boolean, log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, isOurs, log));
}

function guard(contents: WebContents, isOurs: (url: string) => boolean, log: (line: string) => void): void {
  contents.on('will-navigate', (event) => {
    // A reload of our own page is the only way it may go.
    if (isOurs(event.url) && event.url === contents.getURL()) return;
    event.preventDefault();
    log(`navigation refused: ${schemeOf(event.url)}`);
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return;
    event.preventDefault();
    log(`frame refused: ${schemeOf(event.url)}`);
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    log(`redirection refused: ${schemeOf(event.url)}`);
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log('webview refused');
  });
  contents.setWindowOpenHandler(({ url }) => {
    log(`window refused: ${schemeOf(url)}`);
    return { action: 'deny' };
  });
}

const schemeOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : 'malformed');
