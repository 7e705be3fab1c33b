import { browserExtensionsProbe, extensionPoliciesProbe, nativeHostsProbe } from './browser-extensions';
import { certificatesProbe } from './certificates';
import { conditionProbe } from './condition';
import { linuxPackagesProbe } from './linux-packages';
import { appBundlesProbe, deviceProfilesProbe, installReceiptsProbe, systemExtensionsProbe } from './mac-software';
import { pathsProbe } from './paths';
import type { Probe } from './probe';
import { processesProbe } from './processes';
import { productAnswersProbe } from './product-answers';
import { builtInProtectionProbe, protectionProbe } from './protection';
import { servicesProbe } from './services';
import { autostartsProbe, scheduledTasksProbe } from './startup';
import { vendorFoldersProbes } from './vendor-folders';
import { windowsAgentStateProbe } from './windows-agent-state';
import { classFiltersProbe, networkBindingsProbe } from './windows-filters';
import { msiProductsProbe } from './windows-installer';
import { windowsUninstallEntriesProbe } from './windows-uninstall-entries';
import { userHivesProbe } from './windows-user-hives';
import { windowsVendorKeysProbe } from './windows-vendor-keys';

/** Every probe, in the order in which a person reads them. */
export const allProbes: readonly Probe[] = [
  linuxPackagesProbe,
  windowsUninstallEntriesProbe,
  msiProductsProbe,
  windowsVendorKeysProbe,
  windowsAgentStateProbe,
  userHivesProbe,
  appBundlesProbe,
  installReceiptsProbe,
  servicesProbe,
  systemExtensionsProbe,
  processesProbe,
  pathsProbe,
  ...vendorFoldersProbes,
  productAnswersProbe,
  scheduledTasksProbe,
  autostartsProbe,
  classFiltersProbe,
  networkBindingsProbe,
  browserExtensionsProbe,
  nativeHostsProbe,
  extensionPoliciesProbe,
  certificatesProbe,
  deviceProfilesProbe,
  protectionProbe,
  builtInProtectionProbe,
  conditionProbe,
];
