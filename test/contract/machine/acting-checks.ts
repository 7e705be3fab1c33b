import { isAccomplished } from '../../../src/main/core/execution/is-accomplished';
import type { Action, ActionOutcome } from '../../../src/main/core/machine/actions';
import type { MachineActor, MachineReader } from '../../../src/main/core/machine/machine';
import { patientMs, platformOf, skip, type Check } from './check';

/** What acting promises. Only what the subject names as removable is ever removed. */
export const actingChecks: readonly Check[] = [
  {
    name: 'says of what is not there that it was not there, and changes nothing',
    needs: 'acting',
    async run(subject) {
      const { acting, reader } = subject.machine;
      if (!acting.can) return skip(acting.reason);
      const before = await inventoryOf(reader);
      const { outcome } = await act(acting.actor, await absentThing(reader, await platformOf(subject)));
      if (outcome !== 'was-not-there') return `the outcome is ${outcome}`;
      return (await inventoryOf(reader)) === before ? null : 'something changed';
    },
  },
  {
    name: 'has accomplished what it calls done, and then has nothing left to do',
    needs: 'removable',
    async run({ machine: { acting, reader }, removable }) {
      if (!acting.can) return skip(acting.reason);
      if (removable === undefined) return skip('nothing may be removed here');
      const { action, restart } = removable;
      if ((await isAccomplished(action, reader)) !== 'no') return 'it is accomplished before anything was done';
      const { outcome, reason } = await untilItWorks(acting.actor, action);
      if (outcome !== 'done' && outcome !== 'done-after-restart') return `the outcome is ${outcome}: ${reason}`;
      if (outcome === 'done-after-restart') await restart();
      const accomplished = await isAccomplished(action, reader);
      if (accomplished !== 'yes') return `it was called ${outcome}; accomplished: ${accomplished}`;
      const again = await act(acting.actor, action);
      return again.outcome === 'was-not-there' ? null : `the second time gives ${again.outcome}`;
    },
  },
  {
    name: 'gives a reason whenever it failed, and none when all went well',
    needs: 'removable',
    async run({ machine: { acting, reader }, removable }) {
      if (!acting.can) return skip(acting.reason);
      if (removable === undefined) return skip('nothing may be removed here');
      const outcomes = await tries(acting.actor, removable.action);
      const silent = outcomes.find(({ outcome, reason }) => (outcome === 'failed') === (reason === null));
      if (silent !== undefined) return `${silent.outcome} with the reason ${String(silent.reason)}`;
      return (await isAccomplished(removable.action, reader)) === 'unknown'
        ? 'it cannot be told what came of it'
        : null;
    },
  },
  {
    name: 'removes what it was told to and nothing beside it',
    needs: 'removable',
    async run({ machine: { acting, reader }, removable }) {
      if (!acting.can) return skip(acting.reason);
      if (removable === undefined) return skip('nothing may be removed here');
      const before = await installedNames(reader);
      await untilItWorks(acting.actor, removable.action);
      await removable.restart();
      const after = await installedNames(reader);
      const { action } = removable;
      const meant = namesOf(action);
      const lost = before.filter((name) => !after.includes(name) && !meant.includes(name));
      return lost.length === 0 ? null : `${lost.join(', ')} went too`;
    },
  },
];

/** What an action takes off the lists of installed things. */
function namesOf(action: Action): readonly string[] {
  switch (action.verb) {
    case 'remove-packages':
      return action.packages;
    case 'uninstall-msi':
      return [action.productCode];
    case 'run-uninstaller':
      return [action.entry];
    default:
      return [];
  }
}

const act = (actor: MachineActor, action: Action): Promise<ActionOutcome> =>
  actor.act(action, {
    report: () => undefined,
    logFile: null,
    run: 'conformance',
    step: 'conformance',
    askPassword: async () => null,
  });

/** A removal may fail a few times before it works; a machine on which it never works has failed the check. */
async function untilItWorks(actor: MachineActor, action: Action): Promise<ActionOutcome> {
  const outcomes = await tries(actor, action);
  return outcomes.at(-1) as ActionOutcome;
}

async function tries(actor: MachineActor, action: Action): Promise<readonly ActionOutcome[]> {
  const outcomes: ActionOutcome[] = [];
  while (outcomes.length < 5 && (outcomes.at(-1)?.outcome ?? 'failed') === 'failed')
    outcomes.push(await act(actor, action));
  return outcomes;
}

async function absentThing(reader: MachineReader, platform: string): Promise<Action> {
  if (platform === 'windows')
    return { verb: 'uninstall-msi', productCode: '{0FF0A3B0-0000-4000-8000-0000000000FF}', mode: 'quiet' };
  const tools = await reader.ask('package-tools', {}, patientMs);
  const tool = tools.status === 'ok' ? tools.value.tool : 'apt';
  return { verb: 'remove-packages', tool, packages: ['offramp-conformance-nothing'], purge: true };
}

async function inventoryOf(reader: MachineReader): Promise<string> {
  return JSON.stringify([
    await reader.ask('packages', {}, patientMs),
    ...(await Promise.all(uninstallKeys.map((given) => reader.ask('registry-tree', given, patientMs)))),
  ]);
}

async function installedNames(reader: MachineReader): Promise<readonly string[]> {
  const packages = await reader.ask('packages', {}, patientMs);
  const keys = await Promise.all(uninstallKeys.map((given) => reader.ask('registry-tree', given, patientMs)));
  return [
    ...(packages.status === 'ok' ? packages.value.map(({ name }) => name) : []),
    ...keys.flatMap((tree) => (tree.status === 'ok' ? (tree.value[0]?.subkeys ?? []) : [])),
  ];
}

const uninstallKeys = ([64, 32] as const).map(
  (view) =>
    ({ root: 'HKLM', view, path: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall', depth: 1 }) as const,
);
