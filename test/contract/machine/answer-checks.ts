import { questionNames } from '../../../src/main/core/machine/questions';
import { ask, firstFault, keyOf, patientMs, platformOf, shapeFault, type Check } from './check';
import { hostilePackages, nowhere, nowhereInRegistry, ordinarySamples, samples, type Sample } from './samples';

/** What answers look like, wherever they come from. */
export const answerChecks: readonly Check[] = [
  {
    name: 'says what it is',
    async run({ machine }) {
      const answer = await machine.reader.ask('description', {}, patientMs);
      if (answer.status !== 'ok') return `description is ${answer.status}: ${answer.reason}`;
      const empty = Object.entries(answer.value).find(([, text]) => text === '');
      return empty === undefined ? null : `description.${empty[0]} is empty`;
    },
  },
  {
    name: 'answers every question of the table in its shape',
    async run(subject) {
      const asked = samples(await platformOf(subject), subject.available);
      const missing = questionNames.find((name) => !asked.some(({ question }) => question === name));
      if (missing !== undefined) return `nobody asked ${missing}`;
      return firstFault(asked, async (sample) => shapeFault(sample, await ask(subject.machine.reader, sample)));
    },
  },
  {
    name: 'calls a place that is not there absent',
    async run(subject) {
      const path = nowhere(await platformOf(subject));
      return firstFault(['path', 'folder', 'text'] as const, async (question) => {
        const { status } = await subject.machine.reader.ask(question, { path }, patientMs);
        return status === 'absent' ? null : `${question} of ${path} is ${status}`;
      });
    },
  },
  {
    name: 'calls a registry key that is not there absent, and where there is no registry says so',
    async run(subject) {
      const expected = (await platformOf(subject)) === 'windows' ? ['absent'] : ['not-applicable', 'absent'];
      const { status } = await subject.machine.reader.ask('registry-tree', nowhereInRegistry, patientMs);
      return expected.includes(status) ? null : `a key that is not there is ${status}`;
    },
  },
  {
    name: 'has no files for a package that cannot be one',
    async run({ machine }) {
      return firstFault(hostilePackages, async (name) => {
        const { status } = await machine.reader.ask('package-files', { manager: 'dpkg', name }, patientMs);
        return status === 'ok' ? `there are files of ${JSON.stringify(name.slice(0, 40))}` : null;
      });
    },
  },
  {
    name: 'keeps a time limit, however short',
    async run(subject) {
      const asked = samples(await platformOf(subject), subject.available);
      return firstFault(asked, async (sample) => {
        const startedMs = performance.now();
        const answer = await ask(subject.machine.reader, sample, 1);
        const tookMs = performance.now() - startedMs;
        if (tookMs > lateMs) return `${keyOf(sample)} took ${Math.round(tookMs)} ms with a limit of 1 ms`;
        return shapeFault(sample, answer);
      });
    },
  },
  {
    name: 'answers many questions at once as it answers them one by one',
    async run(subject) {
      const asked = steadyOf(ordinarySamples(await platformOf(subject), subject.available));
      const oneByOne: string[] = [];
      for (const sample of asked) oneByOne.push(JSON.stringify(await ask(subject.machine.reader, sample)));
      const atOnce = await Promise.all(asked.map((sample) => ask(subject.machine.reader, sample)));
      const other = asked.findIndex((_, at) => JSON.stringify(atOnce[at]) !== oneByOne[at]);
      return other < 0 ? null : `${keyOf(asked[other] as Sample)} answers differently`;
    },
  },
  {
    name: 'changes nothing by being asked',
    async run(subject) {
      const platform = await platformOf(subject);
      const everything = async () => {
        const asked = steadyOf(ordinarySamples(platform, subject.available));
        return JSON.stringify(await Promise.all(asked.map((sample) => ask(subject.machine.reader, sample))));
      };
      const before = { inside: await everything(), outside: await subject.fingerprint?.() };
      for (const sample of samples(platform, subject.available)) await ask(subject.machine.reader, sample);
      const after = { inside: await everything(), outside: await subject.fingerprint?.() };
      if (before.outside !== after.outside) return 'the computer is another one from outside';
      return before.inside === after.inside ? null : 'it answers otherwise after having been asked everything';
    },
  },
  {
    name: 'tells how much is known about it when it is tested',
    // A subject of which nothing is known would pass nearly everything by skipping it.
    run: async ({ available }) => (Object.keys(available).length > 0 ? null : 'nothing is known to be there'),
  },
  {
    name: 'names who can act on it, or why nobody can',
    async run({ machine }) {
      if (machine.acting.can) return typeof machine.acting.actor.act === 'function' ? null : 'its actor cannot act';
      const isExpected = (machine.acting.reason === 'recorded-machine') === (machine.source.kind === 'recorded');
      return isExpected ? null : `nobody can act: ${machine.acting.reason}`;
    },
  },
];

/** A kept limit is a millisecond plus what a busy computer needs to come round to us. */
const lateMs = 2_000;

/** A living computer starts and stops things while we look. */
const steadyOf = (asked: readonly Sample[]): readonly Sample[] =>
  asked.filter(
    ({ question }) => !['processes', 'services', 'protection', 'package-tools', 'condition'].includes(question),
  );
