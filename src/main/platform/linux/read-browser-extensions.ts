import { accessSync } from 'node:fs';
import type { Answer } from '../../core/machine/answer';
import type { BrowserExtension } from '../../core/machine/shapes';
import { readBrowserExtensions as readExtensions } from '../browsers/read-browser-extensions';
import { browserFiles } from './browser-files';
import { at, type LinuxTools } from './linux-tools';

/** Extensions in the profiles of root and of all people whose homes we may read. Throws when the list of accounts cannot be read. */
export async function readBrowserExtensions(tools: LinuxTools): Promise<Answer<BrowserExtension[]>> {
  accessSync(at(tools, '/etc/passwd'));
  return readExtensions(browserFiles(tools));
}
