import { listProbe } from './list-probe';

/** Filters on device classes, one finding each. Read only, for ever: taking one out by hand can leave a keyboard dead (G19, G22, seen 2026-11-23). */
export const classFiltersProbe = listProbe({
  id: 'class-filters',
  platforms: ['windows'],
  required: false,
  limitMs: 5_000,
  question: 'class-filters',
  findings: ({ classId, className, position, filters }) =>
    filters.map((name) => ({
      kind: 'class-filter' as const,
      where: `${className === '' ? classId : className} ${position} filters`,
      facts: { name, classId, position },
      trust: 'system' as const,
    })),
});

/** Components bound to network adapters; read only for the same reason (G59, seen 2026-11-23). */
export const networkBindingsProbe = listProbe({
  id: 'network-bindings',
  platforms: ['windows'],
  required: false,
  limitMs: 5_000,
  question: 'network-bindings',
  findings: ({ componentId, description, service }) => [
    { kind: 'network-binding', where: componentId, facts: { componentId, description, service }, trust: 'system' },
  ],
});
