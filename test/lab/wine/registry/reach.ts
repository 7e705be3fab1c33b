import { registryText, type RegistryEntry } from '../registry-text';
import { keyboardClass } from './places';
import { serviceEntry } from './service-entry';

const run = 'Microsoft\\Windows\\CurrentVersion\\Run';
const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
const mouseClass = `${control}\\Class\\{4D36E96F-E325-11CE-BFC1-08002BE10318}`;
const network = `${control}\\Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}`;
const providers = 'HKLM\\SOFTWARE\\Microsoft\\Security Center\\Provider\\Av';
const defender = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const profiles = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';

/** 600,000 letters: more than the registry layer reads of one value. */
const huge = 'x'.repeat(600_000);

const entries: readonly RegistryEntry[] = [
  {
    key: keyboardClass,
    values: { Class: 'Keyboard', UpperFilters: { multi: ['inventedkbd', 'kbdclass'] }, LowerFilters: { multi: [] } },
  },
  { key: mouseClass, values: { Class: 7, UpperFilters: 'onemou', LowerFilters: { multi: ['lowmou'] } } },
  { key: `${control}\\Class\\{0FF4A3B0-0000-4000-8000-000000000001}`, values: { UpperFilters: 7, LowerFilters: huge } },
  {
    key: `${network}\\{0FF4A3B0-0000-4000-8000-000000000011}`,
    values: { ComponentId: 'inv_lwf', Description: 'Invented Filter' },
  },
  { key: `${network}\\{0FF4A3B0-0000-4000-8000-000000000011}\\Ndi`, values: { Service: 'InventedLwf' } },
  { key: `${network}\\{0FF4A3B0-0000-4000-8000-000000000012}`, values: { ComponentId: 'inv_plain', Description: 9 } },
  { key: `${network}\\{0FF4A3B0-0000-4000-8000-000000000013}`, values: { ComponentId: { binary: '00' } } },
  { key: `${network}\\{0FF4A3B0-0000-4000-8000-000000000014}\\Ndi`, values: { Service: 'Nobody' } },
  {
    key: `HKLM\\SOFTWARE\\${run}`,
    values: { 'Invented Tray': '"C:\\Program Files\\Invented\\tray.exe" -hidden', Odd: 5 },
  },
  {
    key: `HKLM\\SOFTWARE\\WOW6432Node\\${run}`,
    values: { 'Invented 32': { expand: '%SystemRoot%\\invented 32.exe /s' } },
  },
  { key: `HKLM\\SOFTWARE\\${run}Once`, values: { '!Invented Once': 'C:\\once.exe', Huge: huge } },
  { key: `HKCU\\SOFTWARE\\${run}`, values: { 'Own Tray': 'C:\\users\\tester\\own.exe' } },
  {
    key: `${providers}\\{0FF4A3B0-0000-4000-8000-000000000021}`,
    values: {
      DISPLAYNAME: 'Invented Antivirus',
      PRODUCTEXE: 'C:\\invented\\here.exe',
      REPORTINGEXE: 'C:\\gone.exe',
      STATE: 0x4_1010,
    },
  },
  {
    key: `${providers}\\{0FF4A3B0-0000-4000-8000-000000000022}`,
    values: { DISPLAYNAME: 'Gone Antivirus', PRODUCTEXE: '%ProgramFiles%\\Gone\\gone.exe', STATE: 0x4_0000 },
  },
  {
    key: `${providers}\\{0FF4A3B0-0000-4000-8000-000000000023}`,
    values: { DISPLAYNAME: 'Windows Defender', PRODUCTEXE: 'windowsdefender://', STATE: 0x4_1000 },
  },
  {
    key: `${providers}\\{0FF4A3B0-0000-4000-8000-000000000024}`,
    values: { DISPLAYNAME: 'Odd Antivirus', PRODUCTEXE: huge, STATE: 'on' },
  },
  { key: `${providers}\\{0FF4A3B0-0000-4000-8000-000000000025}`, values: { DISPLAYNAME: 5, STATE: 0x4_1000 } },
  serviceEntry({ name: 'WinDefend', imagePath: 'C:\\windows\\MsMpEng.exe', start: 'manual' }),
  { key: defender, values: { DisableAntiVirus: 1, PassiveMode: { qword: 1n } } },
  { key: `${defender}\\Signature Updates`, values: { SignaturesLastUpdated: { binary: '00801124c578dd01' } } },
  {
    key: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender\\Real-Time Protection',
    values: { DisableRealtimeMonitoring: 1 },
  },
  {
    key: `${profiles}\\S-1-5-18`,
    values: { ProfileImagePath: { expand: '%SystemRoot%\\system32\\config\\systemprofile' } },
  },
  { key: `${profiles}\\S-1-5-21-0-0-0-1001`, values: { ProfileImagePath: { expand: '%SystemDrive%\\users\\guest' } } },
  { key: `${profiles}\\S-1-5-21-0-0-0-1001.bak`, values: { ProfileImagePath: 'C:\\users\\guest' } },
  { key: `${profiles}\\S-1-5-21-0-0-0-1002`, values: { ProfileImagePath: 'C:\\users\\colleague' } },
  { key: `${profiles}\\S-1-5-21-0-0-0-1003`, values: { ProfileImagePath: '\\\\elsewhere\\share' } },
  { key: `${profiles}\\S-1-5-21-0-0-0-1004`, values: { ProfileImagePath: 4 } },
  { key: `${profiles}\\S-1-5-21-0-0-0-1005`, values: { ProfileImagePath: 'C:\\users\\nobody' } },
];

/** What reaches into a Windows, all of it invented, with values of wrong types and sizes between; for `reboot()`. */
export const reach = registryText(entries);

/** The hive of somebody who is signed in beside us. Wine forgets it at the next start. */
export const colleaguesHive = registryText([
  {
    key: 'HKU\\S-1-5-21-0-0-0-1002\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Invented',
    values: { DisplayName: 'Invented Notes' },
  },
]);

/** A Windows that waits for a restart, in the middle of an installation, with restore points switched on. */
export const waiting = registryText([
  { key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending', values: {} },
  { key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired', values: {} },
  {
    key: `${control}\\Session Manager`,
    values: { PendingFileRenameOperations2: huge },
  },
  { key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress', values: {} },
  { key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore', values: { RPSessionInterval: 1 } },
]);
