import type { StandIn } from './build-stand-in';

/**
 * Endpoint Security 12 with what recognises it (product code K5, keys G2, G6, G7; see `registry/endpoint-security.ts`); upgrade code and build are
 * invented.
 */
export const endpoint: StandIn = {
  productCode: '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}',
  upgradeCode: '{0FF4A3B0-0000-4000-8000-00000000B401}',
  name: 'Kaspersky Endpoint Security for Windows',
  version: '12.9.0.999',
  manufacturer: 'Kaspersky Lab',
  folder: 'KES.12.9.0',
  file: 'avp.exe',
  keys: {
    'KasperskyLab\\protected\\KES\\environment': {
      ProductName: 'Kaspersky Endpoint Security for Windows',
      ProductVersion: '21.19.0.999',
      ProductDisplayVersion: '12.9.0.999',
      Ins_ProductVersion: '12.9.0.999',
      ProductRoot: 'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.9.0',
    },
    'KasperskyLab\\protected\\KES\\Data': {
      LastSuccessfulUpdate: 1_788_220_800,
      LicKeyType: 4,
      LicDaysTillExpiration: 180,
    },
  },
};

/** A home product of the 21.x line (product code and folder G32, keys G2, G3; see `registry/consumer-product.ts`). */
export const home: StandIn = {
  productCode: '{FF2A12B8-AEB7-48C0-95C8-E2E3D67DFCB2}',
  upgradeCode: '{0FF4A3B0-0000-4000-8000-00000000B402}',
  name: 'Kaspersky Security Cloud',
  version: '21.3.10.391',
  manufacturer: 'Kaspersky',
  folder: 'Kaspersky Security Cloud 21.3',
  file: 'avp.exe',
  keys: {
    'KasperskyLab\\AVP21.3\\environment': {
      ProductName: 'Kaspersky Security Cloud',
      ProductCode: '{FF2A12B8-AEB7-48C0-95C8-E2E3D67DFCB2}',
      ProductRoot: 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Security Cloud 21.3',
      ProductVersion: '21.3.10.391',
      DataFolder: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3',
    },
    'KasperskyLab\\AVP21.3\\Data': { LastSuccessfulUpdate: 1_788_220_800 },
  },
};
