import * as z from 'zod';
import type { MachineReader } from '../machine/machine';
import { Connectivity, Minifilter } from '../machine/condition-shapes';
import { ClassFilter, NetworkBinding } from '../machine/reach-shapes';

/** Through which drivers keyboard, mouse, disk and network pass at one moment, and whether the network could be reached. */
export const FilterNotes = z.strictObject({
  classFilters: z.array(ClassFilter),
  networkBindings: z.array(NetworkBinding),
  minifilters: z.array(Minifilter),
  /** Named by a filter or a binding, but its driver is not registered or its file is not there. */
  withoutDriver: z.array(z.string()),
  /** Null where it could not be told. */
  connectivity: Connectivity.nullable(),
});
export type FilterNotes = z.infer<typeof FilterNotes>;

const patientMs = 20_000;

/** Reads them all; what cannot be read is empty, because a list that is not there accuses nobody. */
export async function noteFilters(reader: MachineReader): Promise<FilterNotes> {
  const [classFilters, networkBindings, minifilters, services, connectivity] = await Promise.all([
    reader.ask('class-filters', {}, patientMs),
    reader.ask('network-bindings', {}, patientMs),
    reader.ask('minifilters', {}, patientMs),
    reader.ask('services', {}, patientMs),
    reader.ask('connectivity', {}, patientMs),
  ]);
  const filters = classFilters.status === 'ok' ? classFilters.value : [];
  const bindings = networkBindings.status === 'ok' ? networkBindings.value : [];
  const named = [...filters.flatMap((filter) => filter.filters), ...bindings.flatMap(({ service }) => service ?? [])];
  const drivers = new Map(
    services.status === 'ok'
      ? services.value.map(({ name, executableExists }) => [name.toLowerCase(), executableExists])
      : [],
  );
  return {
    classFilters: [...filters],
    networkBindings: [...bindings],
    minifilters: minifilters.status === 'ok' ? [...minifilters.value] : [],
    withoutDriver:
      services.status !== 'ok'
        ? []
        : [...new Set(named)]
            .filter((name) => !drivers.has(name.toLowerCase()) || drivers.get(name.toLowerCase()) === false)
            .sort(),
    connectivity: connectivity.status === 'ok' ? connectivity.value : null,
  };
}

/** What speaks against a restart now: filters that lost their driver since the note, and a network that is gone. */
export function whyNotRestart(
  before: FilterNotes | null,
  now: FilterNotes,
): { readonly reason: 'filter-without-driver' | 'network-lost'; readonly detail: string | null } | null {
  const lost = now.withoutDriver.filter((name) => before?.withoutDriver.includes(name) !== true);
  if (lost.length > 0) return { reason: 'filter-without-driver', detail: lost.join(', ') };
  const had = before?.connectivity;
  const has = now.connectivity;
  return had?.addressed === true && has !== null && !has.addressed ? { reason: 'network-lost', detail: null } : null;
}
