/**
 * A package's version as the vendor shows it everywhere else: the package `12.2.0-2412` is the product 12.2.0.2412 in its own window, its
 * folders and the support pages (C-COLLECT, K-APPINFO-12.0, seen 2026-11-23). Any other form stays as it is.
 */
export const vendorVersion = (packaged: string): string => packaged.replace(/^(\d+\.\d+\.\d+)-(\d+)$/, '$1.$2');
