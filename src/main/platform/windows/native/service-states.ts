import { notRead, read, type Reading } from './reading';
import { serviceCodes, type ServiceCalls } from './service-calls';
import { textAt } from './text-at';

export type RunState =
  | 'stopped'
  | 'start-pending'
  | 'stop-pending'
  | 'running'
  | 'continue-pending'
  | 'pause-pending'
  | 'paused'
  | 'unknown';

export type ServiceKind = 'service' | 'driver' | 'file-system-driver';

export interface ServiceState {
  readonly name: string;
  readonly displayName: string;
  readonly kind: ServiceKind;
  /** Windows' own bits (SERVICE_KERNEL_DRIVER and so on), for the evidence. */
  readonly typeBits: number;
  readonly state: RunState;
  /** Null when nothing runs, and for drivers. */
  readonly processId: number | null;
}

/** All services and drivers with what they do now, read page by page: the manager gives at most 256 KiB at once. */
export function readServiceStates(calls: ServiceCalls, manager: bigint): Reading<readonly ServiceState[]> {
  const page = Buffer.alloc(256 * 1024);
  const wanted = Buffer.alloc(4);
  const returned = Buffer.alloc(4);
  const resumeAt = Buffer.alloc(4);
  const states: ServiceState[] = [];
  for (;;) {
    const code = calls.nextPage(manager, page, wanted, returned, resumeAt);
    if (code !== 0 && code !== serviceCodes.moreData) return notRead('EnumServicesStatusExW', code);
    const count = returned.readUInt32LE(0);
    const base = calls.addressOf(page);
    for (let index = 0; index < count; index++) states.push(stateAt(page, index * recordBytes, base));
    if (code === 0) return read(states);
    // No record fitted: without this, a manager that gives nothing would be asked for ever.
    if (count === 0) return notRead('EnumServicesStatusExW', code);
  }
}

/** Size of ENUM_SERVICE_STATUS_PROCESSW with 64-bit pointers. */
const recordBytes = 56;

function stateAt(page: Buffer, at: number, base: bigint): ServiceState {
  const typeBits = page.readUInt32LE(at + 16);
  const processId = page.readUInt32LE(at + 44);
  return {
    name: textAt(page, at, base) ?? '',
    displayName: textAt(page, at + 8, base) ?? '',
    kind: kindOf(typeBits),
    typeBits,
    state: runStates[page.readUInt32LE(at + 20)] ?? 'unknown',
    processId: processId === 0 ? null : processId,
  };
}

/** By SERVICE_STATUS's dwCurrentState; 0 is not used by Windows. */
const runStates: readonly RunState[] = [
  'unknown',
  'stopped',
  'start-pending',
  'stop-pending',
  'running',
  'continue-pending',
  'pause-pending',
  'paused',
];

function kindOf(typeBits: number): ServiceKind {
  // SERVICE_FILE_SYSTEM_DRIVER and SERVICE_RECOGNIZER_DRIVER; SERVICE_KERNEL_DRIVER and SERVICE_ADAPTER.
  if (typeBits & 0xa) return 'file-system-driver';
  return typeBits & 0x5 ? 'driver' : 'service';
}
