import type { Action } from '../../core/machine/actions';

/** Something that happened to a simulated computer. Its state is what its events make of it, in this or in any other process. */
export type SimulatedEvent = { readonly event: 'action'; readonly action: Action } | { readonly event: 'restart' };
