import { notRead, read, type Reading } from './reading';
import { serviceCodes, type ServiceCalls } from './service-calls';
import { textAt } from './text-at';

export type StartType = 'boot' | 'system' | 'automatic' | 'manual' | 'disabled' | 'unknown';

export interface ServiceConfig {
  readonly startType: StartType;
  /** As configured: with quotation marks and arguments, `\SystemRoot\` or `\??\` in front, or empty for some drivers. */
  readonly imagePath: string;
  /** The account a service runs as; for drivers the object name of the driver, or null. */
  readonly account: string | null;
}

/** How one service or driver is configured. */
export function readServiceConfig(calls: ServiceCalls, manager: bigint, name: string): Reading<ServiceConfig> {
  return calls.withService(manager, name, (service) => {
    const wanted = Buffer.alloc(4);
    let record = Buffer.alloc(usualBytes);
    let code = calls.configOf(service, record, wanted);
    if (code === serviceCodes.bufferTooSmall && wanted.readUInt32LE(0) <= mostBytes) {
      record = Buffer.alloc(wanted.readUInt32LE(0));
      code = calls.configOf(service, record, wanted);
    }
    return code === 0 ? read(configIn(record, calls.addressOf(record))) : notRead('QueryServiceConfigW', code);
  });
}

const usualBytes = 1024;
/** The documented limit is 8 KiB. */
const mostBytes = 64 * 1024;

/** QUERY_SERVICE_CONFIGW with 64-bit pointers. */
function configIn(record: Buffer, base: bigint): ServiceConfig {
  const account = textAt(record, 48, base);
  return {
    startType: startTypes[record.readUInt32LE(4)] ?? 'unknown',
    imagePath: textAt(record, 16, base) ?? '',
    account: account === '' ? null : account,
  };
}

const startTypes: readonly StartType[] = ['boot', 'system', 'automatic', 'manual', 'disabled'];
