import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { machineFixtureNames } from '../fixtures/machine-fixtures';
import { changedPaths, type ChangedPath, type Json } from './changed-paths';
import { goldenKinds, goldenOutputs, type GoldenOutputs } from './golden-outputs';

/** Every recorded computer of which outputs are kept. */
export const goldenNames = machineFixtureNames;

/** One computer: what Offramp says of it now, and where that is not what was accepted. */
export interface ComparedComputer {
  readonly name: string;
  readonly state: 'same' | 'changed' | 'new';
  readonly outputs: GoldenOutputs;
  readonly changes: readonly ChangedPath[];
}

/** Compares one recorded computer with what was accepted. `new` when one of its files was never accepted. */
export async function compareGolden(name: string): Promise<ComparedComputer> {
  const outputs = await goldenOutputs(name);
  if (goldenKinds.some((kind) => !existsSync(placeOf(fileOf(name, kind)))))
    return { name, state: 'new', outputs, changes: [] };
  const changes = goldenKinds.flatMap((kind) => {
    const accepted = JSON.parse(readFileSync(placeOf(fileOf(name, kind)), 'utf8')) as Json;
    return changedPaths(accepted, JSON.parse(textOf(outputs[kind])) as Json, kind);
  });
  return { name, state: changes.length === 0 ? 'same' : 'changed', outputs, changes };
}

/** Keeps what Offramp says now. */
export function acceptGolden({ name, outputs }: ComparedComputer): void {
  for (const kind of goldenKinds) writeFileSync(placeOf(fileOf(name, kind)), textOf(outputs[kind]));
}

/** Kept files that belong to no recorded computer, in alphabetical order. */
export function orphanedFiles(): readonly string[] {
  const known = new Set(goldenNames.flatMap((name) => goldenKinds.map((kind) => fileOf(name, kind))));
  return readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.json') && !known.has(file))
    .sort();
}

const fileOf = (name: string, kind: string): string => `${name}.${kind}.json`;
const placeOf = (file: string): URL => new URL(`./${file}`, import.meta.url);
const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
