import path from 'node:path';
import type { SimulatedComputer } from '../../../src/main/core/machine/machine-file';
import { parseComputers } from '../../support/parse-computers';
import { readComputers } from '../../../scripts/build/read-assets.mjs';

/** The simulated computers, read and checked exactly as they are shipped. Read once: nothing may change them. */
export function shippedComputers(): readonly SimulatedComputer[] {
  computers ??= readShipped();
  return computers;
}

export function shippedComputer(name: string): SimulatedComputer {
  const computer = shippedComputers().find((shipped) => shipped.name === name);
  if (computer === undefined) throw new Error(`no simulated computer ${name}`);
  return computer;
}

let computers: readonly SimulatedComputer[] | null = null;

function readShipped(): readonly SimulatedComputer[] {
  const assets = path.resolve(import.meta.dirname, '../../../assets');
  return parseComputers(JSON.stringify(readComputers(assets)));
}
