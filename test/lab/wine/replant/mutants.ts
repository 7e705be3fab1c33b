import type { Planting } from './planting';

/** One deliberate fault in what is planted, which the comparison has to notice. */
export interface Mutant {
  readonly what: string;
  readonly of: string;
  readonly change: (planting: Planting) => Planting;
}

const premium = 'windows-11-home-premium-21-25';
const managed = 'windows-11-pro-kes-14-1-managed';
const leftovers = 'windows-11-home-left-everything';

export const mutants: readonly Mutant[] = [
  { what: 'a service is missing', of: premium, change: withoutService('AVP21.25') },
  { what: 'a driver is missing', of: premium, change: withoutService('klif.K4W-21-25') },
  {
    what: 'the vendor’s key lies in the other view',
    of: premium,
    change: withKeys(/WOW6432Node\\KasperskyLab/, (key) => key.replace('WOW6432Node\\', '')),
  },
  {
    what: 'the installed program has another version',
    of: premium,
    change: withValue(/Uninstall\\.*2125\}$/, 'DisplayVersion', '21.25.1.101'),
  },
  { what: 'self-defence is off', of: premium, change: withValue(/AVP21\.25\\settings$/, 'EnableSelfProtection', 0) },
  { what: 'the certificate is missing', of: premium, change: (planting) => ({ ...planting, certificates: [] }) },
  { what: 'a program does not run', of: premium, change: (planting) => ({ ...planting, programs: [] }) },
  { what: 'Security Center does not know it', of: premium, change: withKeys(/Provider\\Av\\.*001\}$/, () => null) },
  { what: 'the program of the service is gone', of: 'windows-10-home-left-services', change: withEveryProgram },
  { what: 'Windows Installer does not know it', of: premium, change: withKeys(/Installer\\Products\\/, () => null) },
  {
    what: 'the definitions are a day older',
    of: premium,
    change: withValue(/Data\\UpdateState$/, 'LastUpdate', { qword: '133719408000000000' }),
  },
  {
    what: 'the product says that its licence has ended',
    of: managed,
    change: withAnswer('License status: valid', 'License status: expired'),
  },
  {
    what: 'somebody else manages it',
    of: managed,
    change: withValue(/AVState$/, 'Protection_AdmServer', 'other.example'),
  },
  { what: 'an extension is missing', of: leftovers, change: withoutFile(/\\Extensions\\ahkj/) },
  {
    what: 'a filter is missing',
    of: leftovers,
    change: withValue(/Class\\\{4D36E96B/, 'UpperFilters', { multi: ['kbdclass'] }),
  },
  {
    what: 'a folder is missing',
    of: 'windows-10-home-left-folders',
    change: (planting) => ({
      ...planting,
      folders: planting.folders.filter((folder) => !/ProgramData\\Kaspersky Lab\\/.test(folder)),
    }),
  },
  {
    what: 'a folder belongs to a person',
    of: 'windows-10-home-left-folders',
    change: (planting) => ({ ...planting, ownedBySystem: [] }),
  },
  { what: 'a task is missing', of: 'windows-10-home-left-tasks', change: withoutFile(/Tasks\\Task 1$/) },
  {
    what: 'an autostart is missing',
    of: 'windows-10-home-left-autostarts',
    change: withKeys(/CurrentVersion\\Run$/, () => null),
  },
  {
    what: 'no restart is due',
    of: 'windows-11-home-premium-restart-pending',
    change: withKeys(/RebootPending$|Session Manager$/, () => null),
  },
];

type Change = Mutant['change'];
type Values = Planting['keys'][number]['values'];

function withoutService(name: string): Change {
  return (planting) => ({ ...planting, services: planting.services.filter((service) => service.name !== name) });
}

/** Every program that a service names lies there, also where the recording says that it is gone. */
function withEveryProgram(planting: Planting): Planting {
  return {
    ...planting,
    files: [...planting.files, ...planting.services.map(({ program }) => ({ path: program, text: '' }))],
  };
}

function withoutFile(path: RegExp): Change {
  return (planting) => ({ ...planting, files: planting.files.filter((file) => !path.test(file.path)) });
}

/** Renames keys, or leaves them out. */
function withKeys(path: RegExp, rename: (key: string) => string | null): Change {
  return (planting) => ({
    ...planting,
    keys: planting.keys.flatMap((entry) => {
      const key = path.test(entry.key) ? rename(entry.key) : entry.key;
      return key === null ? [] : [{ ...entry, key }];
    }),
  });
}

function withValue(path: RegExp, name: string, data: Values[string]): Change {
  return (planting) => ({
    ...planting,
    keys: planting.keys.map((entry) =>
      path.test(entry.key) && name in entry.values ? { ...entry, values: { ...entry.values, [name]: data } } : entry,
    ),
  });
}

function withAnswer(said: string, other: string): Change {
  return (planting) => ({
    ...planting,
    files: planting.files.map((file) =>
      'standIn' in file && file.standIn.says !== null
        ? { ...file, standIn: { says: file.standIn.says.replace(said, other) } }
        : file,
    ),
  });
}
