import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { RegistryEntry } from '../../registry-text';
import type { Planting } from '../planting';
import { recorded, recordedList } from '../recording';

/** Whose profiles it has, and that the hives of these people are open, as if they were signed in beside us. */
export function people(file: MachineFile): Partial<Planting> {
  const profiles = recordedList(file, 'user-profiles');
  return {
    keys: [
      ...profiles.map(({ sid, folder }) => ({
        key: `HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\${sid}`,
        values: { ProfileImagePath: folder },
      })),
      ...profiles.flatMap(({ sid, hiveReadable }) =>
        hiveReadable === true ? [{ key: `HKU\\${sid}\\Software`, values: {} }] : [],
      ),
    ],
    folders: profiles.map(({ folder }) => folder),
  };
}

/** Which Windows it calls itself, and whether a server. Wine takes its own version from these very keys whenever a program starts. */
export function versionKeys(file: MachineFile): readonly RegistryEntry[] {
  const description = recorded(file, 'description', {});
  if (description === null) throw new Error('the recording does not say which Windows it is');
  const { os, build, role } = description;
  const [number = '', revision = '0'] = build.split('.');
  const [major, minor] = Number(number) < firstWindows10 ? [6, 1] : [10, 0];
  return [
    {
      key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
      values: {
        // Windows 11 still calls itself 10 here.
        ProductName: os.replace('Windows 11', 'Windows 10'),
        CurrentVersion: `${major}.${minor}`,
        CurrentMajorVersionNumber: major,
        CurrentMinorVersionNumber: minor,
        CurrentBuild: number,
        CurrentBuildNumber: number,
        UBR: Number(revision),
      },
    },
    {
      key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions',
      values: { ProductType: role === 'server' ? 'ServerNT' : 'WinNT' },
    },
  ];
}

const firstWindows10 = 10_240;
