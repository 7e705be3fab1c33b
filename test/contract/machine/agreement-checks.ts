import { firstFault, patientMs, platformOf, skip, type Check } from './check';

/** Answers to different questions that must not contradict each other. */
export const agreementChecks: readonly Check[] = [
  {
    name: 'finds the file that is there',
    needs: 'file',
    async run({ machine, available }) {
      if (available.file === undefined) return skip('no file is known');
      const answer = await machine.reader.ask('path', { path: available.file }, patientMs);
      if (answer.status !== 'ok') return `${available.file} is ${answer.status}: ${answer.reason}`;
      if (Number.isNaN(Date.parse(answer.value.modifiedAt))) return `${answer.value.modifiedAt} is no date`;
      return answer.value.kind === 'file' ? null : `${available.file} is a ${answer.value.kind}`;
    },
  },
  {
    name: 'finds every entry of a folder at its place, as what the folder says it is',
    needs: 'folder',
    async run(subject) {
      const { folder } = subject.available;
      if (folder === undefined) return skip('no folder is known');
      const { reader } = subject.machine;
      const separator = (await platformOf(subject)) === 'windows' ? '\\' : '/';
      const entries = await reader.ask('folder', { path: folder }, patientMs);
      if (entries.status !== 'ok') return `${folder} is ${entries.status}: ${entries.reason}`;
      if (entries.value.length === 0) return `${folder} is empty`;
      return firstFault(entries.value.slice(0, 20), async ({ name, kind }) => {
        const there = await reader.ask('path', { path: `${folder}${separator}${name}` }, patientMs);
        if (there.status !== 'ok') return `${folder}${separator}${name} is ${there.status}`;
        return there.value.kind === kind
          ? null
          : `${name} is a ${kind} in the folder and a ${there.value.kind} at its place`;
      });
    },
  },
  {
    name: 'lists a folder only where there is one',
    needs: 'file',
    async run({ machine, available }) {
      if (available.file === undefined) return skip('no file is known');
      const { status } = await machine.reader.ask('folder', { path: available.file }, patientMs);
      return status === 'ok' ? `${available.file} is a file and was listed` : null;
    },
  },
  {
    name: 'reads the text that is there',
    needs: 'text',
    async run({ machine, available }) {
      if (available.text === undefined) return skip('no text is known');
      const answer = await machine.reader.ask('text', { path: available.text.path }, patientMs);
      if (answer.status !== 'ok') return `${available.text.path} is ${answer.status}: ${answer.reason}`;
      return answer.value.includes(available.text.holds) ? null : `${available.text.path} reads otherwise`;
    },
  },
  {
    name: 'lists every package once, and knows what an installed one ships',
    needs: 'package',
    async run({ machine, available }) {
      if (available.installedPackage === undefined) return skip('no package is known');
      const packages = await machine.reader.ask('packages', {}, patientMs);
      if (packages.status !== 'ok') return `packages is ${packages.status}: ${packages.reason}`;
      const ids = packages.value.map(({ manager, name, architecture, version }) =>
        [manager, name, architecture, version].join(' '),
      );
      const twice = ids.find((id, at) => ids.indexOf(id) !== at);
      if (twice !== undefined) return `${twice} is listed twice`;
      const { manager, name } = available.installedPackage;
      if (!packages.value.some((entry) => entry.manager === manager && entry.name === name))
        return `${name} is not listed`;
      const files = await machine.reader.ask('package-files', available.installedPackage, patientMs);
      if (files.status !== 'ok') return `files of ${name}: ${files.status}, ${files.reason}`;
      if (files.value.length === 0) return `${name} ships nothing`;
      return files.value.find((file) => !file.startsWith('/')) ?? null;
    },
  },
  {
    name: 'gives the key that was asked for first, and below it only what the depth allows and the key above names',
    needs: 'registry',
    async run({ machine, available }) {
      const given = available.registryTree;
      if (given === undefined) return skip('no registry key is known');
      const tree = await machine.reader.ask('registry-tree', given, patientMs);
      if (tree.status !== 'ok') return `${given.path} is ${tree.status}: ${tree.reason}`;
      const lower = (text: string) => text.toLowerCase();
      if (lower(tree.value[0]?.path ?? '') !== lower(given.path)) return `the first key is ${tree.value[0]?.path}`;
      const byPath = new Map(tree.value.map((key) => [lower(key.path), key]));
      if (byPath.size !== tree.value.length) return 'a key is listed twice';
      return firstFault(tree.value.slice(1), async ({ path }) => {
        const cut = path.lastIndexOf('\\');
        const above = byPath.get(lower(path.slice(0, cut)));
        if (above === undefined) return `${path} has no key above it`;
        if (path.split('\\').length - given.path.split('\\').length > given.depth) return `${path} is too deep`;
        return above.subkeys.some((name) => lower(name) === lower(path.slice(cut + 1)))
          ? null
          : `${path} is not named above`;
      });
    },
  },
  {
    name: 'says the same of a part of the registry as of the whole',
    needs: 'registry',
    async run({ machine, available }) {
      const given = available.registryTree;
      if (given === undefined) return skip('no registry key is known');
      const tree = await machine.reader.ask('registry-tree', given, patientMs);
      if (tree.status !== 'ok') return `${given.path} is ${tree.status}: ${tree.reason}`;
      return firstFault(tree.value.slice(0, 10), async (key) => {
        const alone = await machine.reader.ask('registry-tree', { ...given, path: key.path, depth: 0 }, patientMs);
        if (alone.status !== 'ok') return `${key.path} alone is ${alone.status}`;
        return JSON.stringify(alone.value) === JSON.stringify([key]) ? null : `${key.path} alone reads otherwise`;
      });
    },
  },
  {
    name: 'says whether a program exists only where it names one',
    async run({ machine }) {
      const services = await machine.reader.ask('services', {}, patientMs);
      if (services.status !== 'ok') return skip(`services is ${services.status}`);
      const odd = services.value.find(
        ({ executable, executableExists }) => executable === null && executableExists !== null,
      );
      return odd === undefined ? null : `${odd.name} names no program and yet says whether it exists`;
    },
  },
];
