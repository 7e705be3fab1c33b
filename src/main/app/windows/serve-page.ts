import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { pageScheme } from './page-address';
import { pageHeaders } from './page-headers';
import { resolvePageFile } from './resolve-page-file';

/** Makes our scheme one with an origin of its own. Must run before Electron is ready. */
export function claimPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the page's files from one folder, which may lie inside the program's archive. */
export function servePage(session: Session, root: string, log: (line: string) => void): void {
  session.protocol.handle(pageScheme, async ({ method, url }) => {
    const file = resolvePageFile(method, url, root);
    if (!file.ok) {
      log(`page request refused: ${file.status} ${method}`);
      return new Response(null, { status: file.status });
    }
    try {
      return new Response(new Uint8Array(await readFile(file.path)), { headers: pageHeaders(file.type) });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
