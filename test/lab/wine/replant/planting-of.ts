import type { MachineFile } from '../../../../src/main/core/machine/machine-file';
import { browsers } from './parts/browsers';
import { certificates } from './parts/certificates';
import { condition } from './parts/condition';
import { filters } from './parts/filters';
import { foldersAndOwners } from './parts/folders';
import { installerRecords } from './parts/installer';
import { productAnswers } from './parts/product-answers';
import { protection } from './parts/protection';
import { registryTrees } from './parts/registry-trees';
import { servicesAndPrograms } from './parts/services';
import { startup } from './parts/startup';
import { people } from './parts/windows-itself';
import { together, type Planting } from './planting';

/** One part for each thing a computer is asked; none knows of products. */
const parts = [
  people,
  registryTrees,
  installerRecords,
  servicesAndPrograms,
  foldersAndOwners,
  productAnswers,
  startup,
  filters,
  browsers,
  certificates,
  protection,
  condition,
];

/** All that makes a Windows answer as this recorded computer did. */
export const plantingOf = (file: MachineFile): Planting => together(parts.map((part) => part(file)));
