import { registryText, type RegistryFixture } from '../registry-text';
import { uninstall32, uninstall64 } from './places';

/** `count` uninstall entries of invented programs with twelve values each, the same every time; none is Kaspersky's. */
export function ordinaryPrograms(count: number, view: 32 | 64 = 64): RegistryFixture {
  const place = view === 64 ? uninstall64 : uninstall32;
  return {
    title: `${count} ordinary programs`,
    reg: registryText(
      Array.from({ length: count }, (_, index) => ({ key: `${place}\\${keyOf(index)}`, values: entry(index) })),
    ),
    files: [],
  };
}

function keyOf(index: number): string {
  return `{0FF4A3B0-0000-4000-8000-${index.toString(16).toUpperCase().padStart(12, '0')}}`;
}

function entry(index: number) {
  const folder = `C:\\Program Files\\Invented Software ${index % 97}\\Program ${index}`;
  return {
    DisplayName: `Invented Program ${index}`,
    DisplayVersion: `${index % 30}.${index % 10}.${index}`,
    Publisher: `Invented Software ${index % 97} GmbH`,
    InstallDate: `2025${String(1 + (index % 12)).padStart(2, '0')}15`,
    InstallLocation: folder,
    InstallSource: `C:\\Users\\Public\\Downloads\\${index}\\`,
    UninstallString: {
      expand: `"%ProgramFiles%\\Invented Software ${index % 97}\\Program ${index}\\uninstall.exe" /S`,
    },
    DisplayIcon: `${folder}\\program.exe,0`,
    HelpLink: `https://invented.example/${index}`,
    EstimatedSize: 1000 + index,
    WindowsInstaller: index % 2,
    Language: 1033,
  };
}
