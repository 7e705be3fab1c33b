import type { RegistryEntry } from '../registry-text';

/** The key of a service or driver; the service manager reads it at the next start of Windows. */
export function serviceEntry(service: {
  readonly name: string;
  readonly displayName?: string;
  readonly imagePath: string;
  readonly start: 'boot' | 'system' | 'automatic' | 'manual' | 'disabled';
  readonly driver?: 'kernel' | 'file-system';
}): RegistryEntry {
  const type = service.driver === undefined ? 0x10 : service.driver === 'kernel' ? 0x1 : 0x2;
  return {
    key: `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service.name}`,
    values: {
      Type: type,
      Start: ['boot', 'system', 'automatic', 'manual', 'disabled'].indexOf(service.start),
      ErrorControl: 1,
      ImagePath: { expand: service.imagePath },
      DisplayName: service.displayName ?? service.name,
      ...(service.driver === undefined ? { ObjectName: 'LocalSystem' } : {}),
    },
  };
}
