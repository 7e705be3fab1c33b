import { describe, expect, it } from 'vitest';
import { noteFilters, whyNotRestart, type FilterNotes } from '../../../../src/main/core/execution/filters';
import { ok, unanswered } from '../../../../src/main/core/machine/answer';
import type { MachineReader } from '../../../../src/main/core/machine/machine';

const keyboard = (...filters: string[]) => ({
  classId: '{4d36e96b-e325-11ce-bfc1-08002be10318}',
  className: 'Keyboard',
  position: 'upper' as const,
  filters,
});
const driver = (name: string, executableExists: boolean | null) => ({
  name,
  kind: 'driver' as const,
  displayName: name,
  state: 'stopped' as const,
  startsBySelf: true,
  executable: `C:\\Windows\\System32\\drivers\\${name}.sys`,
  executableExists,
  definedIn: null,
});

/** A computer that answers these questions and no other. */
const answering = (answers: Readonly<Record<string, unknown>>): MachineReader => ({
  ask: async (question) =>
    question in answers ? ok(answers[question] as never) : unanswered('not-applicable', 'not here'),
});

const notes = (changes: Partial<FilterNotes> = {}): FilterNotes => ({
  classFilters: [],
  networkBindings: [],
  minifilters: [],
  withoutDriver: [],
  connectivity: { addressed: true, gateway: true, nameServers: true },
  ...changes,
});

describe('the filters of a computer', () => {
  it('are without a driver when it is not registered or its file is gone', async () => {
    const noted = await noteFilters(
      answering({
        'class-filters': [keyboard('kbdclass', 'klkbdflt', 'KLGONE')],
        'network-bindings': [{ componentId: 'ms_tcpip', description: 'IP', service: 'klim6' }],
        services: [driver('KbdClass', true), driver('klkbdflt', false), driver('klim6', null)],
      }),
    );

    expect(noted.withoutDriver).toEqual(['KLGONE', 'klkbdflt']);
  });

  it('accuse nobody where drivers cannot be listed', async () => {
    expect((await noteFilters(answering({ 'class-filters': [keyboard('any')] }))).withoutDriver).toEqual([]);
  });

  it('speak against a restart only for what was lost since the note', () => {
    expect(whyNotRestart(notes(), notes())).toBeNull();
    expect(whyNotRestart(notes({ withoutDriver: ['old'] }), notes({ withoutDriver: ['old'] }))).toBeNull();
    expect(whyNotRestart(notes({ withoutDriver: ['old'] }), notes({ withoutDriver: ['klkbdflt', 'old'] }))).toEqual({
      reason: 'filter-without-driver',
      detail: 'klkbdflt',
    });
    expect(whyNotRestart(null, notes({ withoutDriver: ['klkbdflt'] }))?.reason).toBe('filter-without-driver');
  });

  it('and a network that is gone speak against it, but not one that was not there before', () => {
    const gone = { addressed: false, gateway: false, nameServers: false };
    expect(whyNotRestart(notes(), notes({ connectivity: gone }))?.reason).toBe('network-lost');
    expect(whyNotRestart(notes({ connectivity: gone }), notes({ connectivity: gone }))).toBeNull();
    expect(whyNotRestart(notes(), notes({ connectivity: null }))).toBeNull();
  });
});
