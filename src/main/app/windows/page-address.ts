/** Our own scheme: no other program's file and no site can have this origin. */
export const pageScheme = 'app';
export const pageHost = 'offramp';

export interface PageAddress {
  readonly url: string;
  /** Whether an address belongs to the page itself. */
  readonly isOurs: (url: string) => boolean;
  /** The development server that serves the page in a checkout, or null. */
  readonly server: string | null;
}

/** Where the page comes from. Only a checkout ever listens to a development server, and only to one on this computer. */
export function pageAddress(isPackaged: boolean, devServer: string | undefined): PageAddress {
  const server = isPackaged || devServer === undefined ? null : originOnThisComputer(devServer);
  if (server !== null)
    return {
      url: `${server}/index.html`,
      isOurs: (url) => URL.canParse(url) && new URL(url).origin === server,
      server,
    };
  return { url: `${pageScheme}://${pageHost}/index.html`, isOurs: isOurPage, server: null };
}

function isOurPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${pageScheme}:` && host === pageHost && username === '' && password === '';
}

function originOnThisComputer(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? origin : null;
}
