import { listProbe } from './list-probe';

/** Windows Installer's own account of what it installed, with the package it keeps for removal. Never asked through Win32_Product, which repairs what it lists. */
export const msiProductsProbe = listProbe({
  id: 'msi-products',
  platforms: ['windows'],
  required: false,
  limitMs: 10_000,
  question: 'msi-products',
  findings: ({ productCode, upgradeCode, name, version, publisher, perUser, cachedPackage, cachedPackageExists }) => [
    {
      kind: 'msi-product',
      where: `MSI ${productCode}`,
      facts: { productCode, upgradeCode, name, version, publisher, cachedPackage, cachedPackageExists },
      trust: perUser ? 'user' : 'system',
    },
  ],
});
