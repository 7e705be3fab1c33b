import { bindElevation, type Elevation } from './elevation';
import type { Koffi } from './load-koffi';
import type { Reading } from './reading';
import type { NativeRegistry } from './registry';
import { bindVersion, type ProcessorType, type WindowsRelease } from './version';

/** What Windows this is. Texts come from the registry as they are; `null` where this Windows does not say. */
export interface WindowsSystem extends WindowsRelease {
  /** For example `Windows 10 Pro`. Windows 11 still calls itself 10 here: go by the build (22000 and above). */
  readonly productName: string | null;
  /** For example `Professional`, `Core`, `ServerStandard`. */
  readonly edition: string | null;
  /** For example `23H2`. */
  readonly displayVersion: string | null;
  /** The update revision, the last part of the full build number. */
  readonly revision: number | null;
  /** Of the computer, not of this process, which may run emulated. */
  readonly processor: ProcessorType;
  /** Identifies the computer: never show or write it unsalted. */
  readonly machineGuid: string | null;
  readonly elevation: Reading<Elevation>;
}

export interface NativeSystem {
  read(): Reading<WindowsSystem>;
}

export function bindSystem(koffi: Koffi, registry: NativeRegistry): NativeSystem {
  const version = bindVersion(koffi);
  const elevation = bindElevation(koffi);
  return { read: () => readSystem() };

  function readSystem(): Reading<WindowsSystem> {
    const release = version.release();
    if (release.status !== 'ok') return release;
    const words = (name: string) => textValue(registry, 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', name);
    return {
      status: 'ok',
      value: {
        ...release.value,
        productName: words('ProductName'),
        edition: words('EditionID'),
        displayVersion: words('DisplayVersion') ?? words('ReleaseId'),
        revision: revisionIn(registry),
        processor: version.processor(),
        machineGuid: textValue(registry, 'SOFTWARE\\Microsoft\\Cryptography', 'MachineGuid'),
        elevation: elevation(),
      },
    };
  }
}

function textValue(registry: NativeRegistry, path: string, name: string): string | null {
  const key = registry.readKey('HKLM', path, 64);
  const data = key.status === 'ok' ? key.value.values[name]?.data : undefined;
  return typeof data === 'string' && data !== '' ? data : null;
}

function revisionIn(registry: NativeRegistry): number | null {
  const key = registry.readKey('HKLM', 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 64);
  const data = key.status === 'ok' ? key.value.values['UBR']?.data : undefined;
  return typeof data === 'number' ? data : null;
}
