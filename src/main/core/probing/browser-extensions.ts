import { ok } from '../machine/answer';
import type { Probe } from './probe';

/** Extensions in every browser profile that can be read. A profile belongs to its user, so this is never the system's word. */
export const browserExtensionsProbe: Probe = {
  id: 'browser-extensions',
  platforms: ['linux'],
  required: false,
  limitMs: 10_000,
  async run(ask) {
    const extensions = await ask('browser-extensions', {});
    if (extensions.status !== 'ok') return extensions;
    return ok(
      extensions.value.map((extension) => ({
        probe: 'browser-extensions',
        kind: 'browser-extension',
        where: `${extension.browser} ${extension.profile}`,
        facts: { id: extension.id, name: extension.name, version: extension.version, browser: extension.browser },
        trust: 'user',
      })),
    );
  },
};
