import type { BrowserExtension } from '../../core/machine/shapes';

/** An extension as its profile tells of it; who and which browser are added by whoever asked. */
export type ExtensionInProfile = Omit<BrowserExtension, 'browser'>;
