import { ok } from '../machine/answer';
import type { Probe } from './probe';

/** systemd units, Windows services and drivers, with what they start and whether that is still there. */
export const servicesProbe: Probe = {
  id: 'services',
  platforms: ['linux', 'windows'],
  required: true,
  limitMs: 10_000,
  async run(ask) {
    const services = await ask('services', {});
    if (services.status !== 'ok') return services;
    return ok(
      services.value.map((service) => ({
        probe: 'services',
        kind: service.kind,
        where: service.definedIn ?? service.name,
        facts: {
          name: service.name,
          displayName: service.displayName,
          state: service.state,
          executable: service.executable,
          executableExists: service.executableExists,
        },
        trust: 'system',
      })),
    );
  },
};
