import { setTimeout as pause } from 'node:timers/promises';
import type { WindowsNative } from '../../../../../src/main/platform/windows/native/open-native';
import type { PlantedService } from '../planting';
import type { Undo } from './agent';
import type { Libraries } from './libraries';

/** Makes the service manager know each, and starts those that run. What this Windows has of its own stays what it is, service or mere key. */
export async function createServices(
  native: WindowsNative,
  calls: Libraries,
  services: readonly PlantedService[],
  remember: (undo: Undo) => void,
): Promise<void> {
  const manager = calls.openManager(null, null, allOfManager);
  if (manager === 0) throw new Error(`OpenSCManagerW: ${calls.lastError()}`);
  for (const service of services) {
    const { name, displayName, kind, startsBySelf, program } = service;
    if (native.registry.readKey('HKLM', `SYSTEM\\CurrentControlSet\\Services\\${name}`, 64).status === 'ok') continue;
    const type = kind === 'service' ? ownProcess : kernelDriver;
    const start = startsBySelf ? 2 : 3;
    const shown = displayName === '' ? name : displayName;
    const path = kind === 'service' ? `"${program}"` : program;
    const made = calls.createService(
      manager,
      name,
      shown,
      allOfService,
      type,
      start,
      1,
      path,
      null,
      null,
      null,
      null,
      null,
    );
    if (Number(made) === 0) throw new Error(`CreateServiceW ${name}: ${calls.lastError()}`);
    remember(() => endService(calls, made));
    if (service.runs && calls.startService(made, 0, null) === 0)
      throw new Error(`StartServiceW ${name}: ${calls.lastError()}`);
    if (service.runs) await until(calls, made, running);
  }
  calls.closeService(manager);
}

async function endService(calls: Libraries, service: number | bigint): Promise<void> {
  if (stateOf(calls, service) === running) {
    calls.controlService(service, stop, Buffer.alloc(28));
    await until(calls, service, stopped);
  }
  if (calls.deleteService(service) === 0) throw new Error(`DeleteService: ${calls.lastError()}`);
  calls.closeService(service);
}

async function until(calls: Libraries, service: number | bigint, wanted: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (stateOf(calls, service) === wanted) return;
    await pause(10);
  }
  throw new Error(`a service stays in state ${stateOf(calls, service)}`);
}

function stateOf(calls: Libraries, service: number | bigint): number {
  const status = Buffer.alloc(28);
  calls.serviceStatus(service, status);
  return status.readUInt32LE(4);
}

const [allOfManager, allOfService] = [0xf003f, 0xf01ff];
const [ownProcess, kernelDriver] = [0x10, 0x1];
const [stop, stopped, running] = [1, 1, 4];
