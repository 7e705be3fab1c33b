import { laboratorySummary, type PackageContents } from '../package-contents';
import { prermScript, type RemovalOptions } from './removal';

export interface KeslToolsDocOptions extends Pick<RemovalOptions, 'prermSleepsSeconds'> {
  /** A package it depends on: one that does not exist leaves it unpacked and never configured. */
  readonly needs?: string;
  /** `postinst` gives up with 1, so that dpkg leaves it half configured. */
  readonly postinstFails?: boolean;
}

/**
 * A package of texts whose name begins like KESL's: a prefix proves nothing. It also stands for all the other packages of a computer: with one
 * of them half installed, or being removed just now.
 */
export function keslToolsDoc({ needs, postinstFails, prermSleepsSeconds }: KeslToolsDocOptions = {}): PackageContents {
  return {
    name: 'kesl-tools-doc',
    version: '0.4-2',
    summary: `${laboratorySummary}: notes about the kernel event stream tools`,
    depends: needs === undefined ? [] : [needs],
    conflicts: [],
    files: [{ path: '/usr/share/doc/kesl-tools-doc/README', text: 'Kernel Event Stream Tools, notes.\n', mode: 0o644 }],
    scripts: {
      ...(postinstFails ? { postinst: '#!/bin/sh\necho "kesl-tools-doc: cannot be set up" >&2\nexit 1\n' } : {}),
      ...(prermSleepsSeconds ? { prerm: prermScript('kesl-tools-doc', { prermSleepsSeconds }) } : {}),
    },
    roots: [],
  };
}
