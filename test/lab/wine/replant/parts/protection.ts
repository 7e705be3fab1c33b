import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { ProtectionProduct } from '../../../../../src/main/core/machine/shapes';
import type { RegistryEntry } from '../../registry-text';
import type { Planting } from '../planting';
import { recordedList } from '../recording';

/** What Security Center has registered, and Defender's settings, policies and the age of its definitions. */
export function protection(file: MachineFile): Partial<Planting> {
  return { keys: [...providers(file), ...defender(file)] };
}

/** In their own order, which the registry keeps by name. */
const providers = (file: MachineFile): readonly RegistryEntry[] => [
  { key: list, values: {} },
  ...recordedList(file, 'protection').map((product, at) => ({
    key: `${list}\\{0FF0A3B0-0000-4000-8000-${String(at).padStart(12, '0')}}`,
    values: {
      DISPLAYNAME: product.name,
      PRODUCTEXE: product.ghost ? 'C:\\Program Files\\Gone\\gone.exe' : 'C:\\windows\\system32\\cmd.exe',
      STATE: stateNumber(product),
    },
  })),
];

/** Three bytes: provider, state, definitions; a byte that nobody knows stands for what is unknown. */
function stateNumber({ state, definitions }: ProtectionProduct): number {
  const running = { on: 0x10, off: 0x00, snoozed: 0x20, unknown: 0x33 }[state];
  const known = { current: 0x00, old: 0x10, unknown: 0x33 }[definitions];
  return 0x4_0000 | (running << 8) | known;
}

function defender(file: MachineFile): readonly RegistryEntry[] {
  const [built] = recordedList(file, 'built-in-protection');
  if (built === undefined) return [];
  const service = recordedList(file, 'services').find(({ name }) => name === 'WinDefend');
  const stepsAside = built.state === 'off' && service?.state === 'running';
  return [
    { key: home, values: stepsAside ? { PassiveMode: 1 } : {} },
    ...(built.offByPolicy ? [{ key: policies, values: { DisableAntiSpyware: 1 } }] : []),
    ...(built.definitionsDate === null
      ? []
      : [{ key: `${home}\\Signature Updates`, values: { SignaturesLastUpdated: fileTime(built.definitionsDate) } }]),
  ];
}

/** Eight bytes that count tenths of a microsecond since 1601. */
function fileTime(iso: string): { readonly binary: string } {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE((BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n);
  return { binary: bytes.toString('hex') };
}

const list = 'HKLM\\SOFTWARE\\Microsoft\\Security Center\\Provider\\Av';
const home = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
