import type { Session } from 'electron';
import { pageScheme } from '../windows/page-address';

/** What our own page may do besides showing itself: put plain text on the clipboard, for the note to a ticket. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Denies everything a page could ask a browser for: permissions, devices, downloads, and any address that is not our own. */
export function guardSession(
  session: Session,
  isOurs: (url: string) => boolean,
  server: string | null,
  log: (line: string) => void,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    const isGranted = granted.has(permission) && isMainFrame && isOurs(requestingUrl);
    if (!isGranted) log(`permission refused: ${permission}`);
    answer(isGranted);
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isOurs(`${origin.replace(/\/$/, '')}/`),
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log('download refused');
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isAllowed = isLocal(url) || (server !== null && isOfServer(url, server));
    if (!isAllowed) log(`request refused: ${URL.canParse(url) ? new URL(url).protocol : 'malformed'}`);
    answer({ cancel: !isAllowed });
  });
}

const localSchemes: ReadonlySet<string> = new Set([`${pageScheme}:`, 'data:', 'blob:', 'devtools:']);

const isLocal = (url: string): boolean => URL.canParse(url) && localSchemes.has(new URL(url).protocol);

const isOfServer = (url: string, server: string): boolean =>
  URL.canParse(url) && new URL(url).host === new URL(server).host;
