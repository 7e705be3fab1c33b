import type { Condition } from '../../core/machine/condition-shapes';
import { entriesOf, textOf } from './find-units';
import { at, type LinuxTools } from './linux-tools';
import { existsSync } from 'node:fs';

/**
 * Whether the computer runs on its battery, from the kernel's own list. Batteries of a mouse or a headset (`scope` Device) are none of the
 * computer's. Plugged in wins over a battery that still says it discharges: many do so while they hold their charge.
 */
export function readPowerSupply(tools: LinuxTools): Pick<Condition, 'onBattery' | 'batteryPercent'> {
  if (!existsSync(at(tools, folder))) return { onBattery: null, batteryPercent: null };
  const supplies = entriesOf(tools, folder).map(({ name }) => supplyAt(tools, `${folder}/${name}`));
  const batteries = supplies.filter(({ type, scope }) => type === 'battery' && scope !== 'device');
  const plugs = supplies.filter(({ type }) => type !== null && type !== 'battery');
  const charges = batteries.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  return {
    onBattery: batteries.length === 0 ? false : isOnBattery(batteries, plugs),
    batteryPercent:
      charges.length === 0 ? null : Math.round(charges.reduce((sum, each) => sum + each, 0) / charges.length),
  };
}

interface Supply {
  readonly type: string | null;
  readonly scope: string | null;
  readonly status: string | null;
  readonly online: string | null;
  readonly percent: number | null;
}

function isOnBattery(batteries: readonly Supply[], plugs: readonly Supply[]): boolean | null {
  if (plugs.some(({ online }) => online === '1')) return false;
  if (batteries.some(({ status }) => status === 'discharging')) return true;
  if (batteries.some(({ status }) => status === 'charging')) return false;
  return plugs.length > 0 && plugs.every(({ online }) => online === '0') ? true : null;
}

function supplyAt(tools: LinuxTools, path: string): Supply {
  const says = (name: string): string | null => textOf(tools, `${path}/${name}`)?.trim().toLowerCase() ?? null;
  const capacity = says('capacity');
  const percent = capacity !== null && /^\d{1,3}$/.test(capacity) ? Math.min(Number(capacity), 100) : null;
  return { type: says('type'), scope: says('scope'), status: says('status'), online: says('online'), percent };
}

const folder = '/sys/class/power_supply';
