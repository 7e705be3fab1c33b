import { extname, resolve, sep } from 'node:path';
import { pageHost, pageScheme } from './page-address';

export type PageFile =
  | { readonly ok: true; readonly path: string; readonly type: string }
  | { readonly ok: false; readonly status: 400 | 403 | 404 | 405 };

/** The file a request for the page means: inside `root`, of a kind the page is made of, or a refusal. Never a path outside `root`. */
export function resolvePageFile(method: string, url: string, root: string): PageFile {
  if (method !== 'GET') return { ok: false, status: 405 };
  const asked = pathIn(url);
  if (asked === null) return { ok: false, status: 400 };
  const path = resolve(root, `.${asked === '/' ? '/index.html' : asked}`);
  if (!path.startsWith(`${resolve(root)}${sep}`)) return { ok: false, status: 403 };
  const type = types[extname(path).toLowerCase()];
  return type === undefined ? { ok: false, status: 404 } : { ok: true, path, type };
}

/** The decoded path of one of our own addresses, or null when it is malformed or tries to climb. */
function pathIn(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (protocol !== `${pageScheme}:` || host !== pageHost) return null;
    const decoded = decodeURIComponent(pathname);
    const climbs = decoded.split('/').some((part) => part === '..');
    return climbs || /[\\\u0000:]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
