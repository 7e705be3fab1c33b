import { dirname } from 'node:path';
import { bindAdapters, type NativeAdapters } from './adapters';
import { bindCertificates, type NativeCertificates } from './certificates';
import { bindFileSecurity, type NativeFileSecurity } from './file-security';
import { bindHives, type NativeHives } from './hives';
import { bindInstaller, type NativeInstaller } from './installer';
import { loadKoffi } from './load-koffi';
import { bindFilters, type NativeFilters } from './loaded-filters';
import { bindProcessTimes, type StartTimeOf } from './process-times';
import { bindProcesses, type NativeProcesses } from './processes';
import { bindRegistry, type NativeRegistry } from './registry';
import { bindSecurityCenter, type NativeSecurityCenter } from './security-center';
import { bindServices, type NativeServices } from './services';
import { bindSurroundings, type NativeSurroundings } from './surroundings';
import { bindSystem, type NativeSystem } from './system';
import { readSystemFolders, type SystemFolders } from './system-folders';

/** Windows read through its own API, in this process: no child processes, no text to parse, nothing that changes what is there. */
export interface WindowsNative {
  readonly registry: NativeRegistry;
  readonly services: NativeServices;
  readonly processes: NativeProcesses;
  readonly certificates: NativeCertificates;
  readonly system: NativeSystem;
  readonly installer: NativeInstaller;
  readonly hives: NativeHives;
  readonly files: NativeFileSecurity;
  readonly surroundings: NativeSurroundings;
  readonly securityCenter: NativeSecurityCenter;
  readonly adapters: NativeAdapters;
  readonly filters: NativeFilters;
  readonly startTimeOf: StartTimeOf;
  readonly folders: SystemFolders;
}

/** Why Windows cannot be read here; `detail` names the places or the fault, for the evidence. */
export interface NativeUnavailable {
  readonly unavailable: 'not-windows' | 'unsupported-processor' | 'library-missing' | 'library-broken';
  readonly detail: string;
}

/**
 * Opens the native layer, once per process (loading and binding cost some ten milliseconds).
 * `folders` say where koffi may lie: see `loadKoffi`. By default beside the bundle that is running.
 */
export function openNative(folders: readonly string[] = bundleFolders()): WindowsNative | NativeUnavailable {
  if (process.platform !== 'win32') return { unavailable: 'not-windows', detail: process.platform };
  // The structures read in services.ts are laid out for 64-bit pointers.
  if (process.arch !== 'x64' && process.arch !== 'arm64') {
    return { unavailable: 'unsupported-processor', detail: process.arch };
  }
  const loaded = loadKoffi(folders);
  if (!loaded.ok) return { unavailable: loaded.reason, detail: loaded.detail };
  try {
    const { koffi } = loaded;
    const registry = bindRegistry(koffi);
    const folders = readSystemFolders(koffi);
    return {
      registry,
      services: bindServices(koffi),
      processes: bindProcesses(koffi),
      certificates: bindCertificates(koffi),
      system: bindSystem(koffi, registry),
      installer: bindInstaller(koffi, folders),
      hives: bindHives(koffi, folders),
      files: bindFileSecurity(koffi),
      surroundings: bindSurroundings(koffi),
      securityCenter: bindSecurityCenter(koffi, folders),
      adapters: bindAdapters(koffi, folders),
      filters: bindFilters(koffi, folders),
      startTimeOf: bindProcessTimes(koffi),
      folders,
    };
  } catch (error) {
    // A function that this Windows does not have, or another library that calls itself koffi.
    return { unavailable: 'library-broken', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** A bundle is CommonJS on the command line and may be an ES module in the window, where only the start script tells the folder. */
export function bundleFolders(): readonly string[] {
  const script = process.argv[1];
  const folders = [typeof __filename === 'string' ? dirname(__filename) : null, script ? dirname(script) : null];
  return folders.filter((folder) => folder !== null);
}
