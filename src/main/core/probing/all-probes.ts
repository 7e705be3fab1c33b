import { browserExtensionsProbe } from './browser-extensions';
import { certificatesProbe } from './certificates';
import { linuxPackagesProbe } from './linux-packages';
import { pathsProbe } from './paths';
import { processesProbe } from './processes';
import { productAnswersProbe } from './product-answers';
import { protectionProbe } from './protection';
import { servicesProbe } from './services';
import { windowsAgentStateProbe } from './windows-agent-state';
import { windowsUninstallEntriesProbe } from './windows-uninstall-entries';
import { windowsVendorKeysProbe } from './windows-vendor-keys';
import type { Probe } from './probe';

/** Every probe, in the order in which a person reads them. */
export const allProbes: readonly Probe[] = [
  linuxPackagesProbe,
  windowsUninstallEntriesProbe,
  windowsVendorKeysProbe,
  windowsAgentStateProbe,
  servicesProbe,
  processesProbe,
  pathsProbe,
  productAnswersProbe,
  browserExtensionsProbe,
  certificatesProbe,
  protectionProbe,
];
