import type { WindowsNative } from './native/open-native';

/** Servers and domain controllers. Security Center and System Restore are on neither. */
export function isServer({ system }: WindowsNative): boolean {
  const reading = system.read();
  return (
    reading.status === 'ok' &&
    (reading.value.productType === 'server' || reading.value.productType === 'domain-controller')
  );
}
