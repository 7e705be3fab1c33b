import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uninstallerPath } from '../../../../src/main/core/probing/uninstaller-path';

const own = 'C:\\Program Files\\UltraAV\\uninstall.exe';

describe('the program an uninstall command starts', () => {
  it.each([
    [`"${own}"`, own],
    [`"${own}" /remove /S`, own],
    [own, own],
    [`${own} /S`, own],
    [`  "${own}"  `, own],
    ['C:\\PROGRA.M\\a\\UNINSTALL.EXE', 'C:\\PROGRA.M\\a\\UNINSTALL.EXE'],
    ['D:\\Programas\\Antivirus Ñandú\\desinstalar.exe', 'D:\\Programas\\Antivirus Ñandú\\desinstalar.exe'],
    // Without quotes the first program is meant, whatever stands behind it.
    ['C:\\Program Files\\a.exe b.exe', 'C:\\Program Files\\a.exe'],
  ])('is read from %s', (command, path) => {
    expect(uninstallerPath(command)).toBe(path);
  });

  it.each([
    null,
    '',
    'uninstall.exe',
    '\\\\server\\share\\uninstall.exe',
    '\\\\?\\C:\\Program Files\\UltraAV\\uninstall.exe',
    '%ProgramFiles%\\UltraAV\\uninstall.exe',
    'C:\\Program Files\\UltraAV\\..\\..\\Users\\Public\\uninstall.exe',
    'C:\\Program Files\\UltraAV \\uninstall.exe',
    'C:\\Program Files\\UltraAV.\\uninstall.exe',
    'C:\\PROGRA~1\\UltraAV\\uninstall.exe',
    'C:\\Program Files\\UltraAV\\data.txt:uninstall.exe',
    'C:/Program Files/UltraAV/uninstall.exe',
    'C:\\Program Files\\\\uninstall.exe',
    'C:\\Program Files\\UltraAV\\uninstall.bat',
    'C:\\Program Files\\UltraAV\\uninstall.exe.bat',
    `"${own}`,
    `"${own}"/S`,
    `"C:\\Program Files\\UltraAV\\\u0000uninstall.exe"`,
    'MsiExec.exe /X{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}',
    'C:\\Windows\\System32\\msiexec.exe /x a',
    'C:\\Windows\\System32\\rundll32.exe setupapi,InstallHinfSection',
    '"C:\\Windows\\System32\\cmd.exe" /c del',
    'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe -File a.ps1',
  ])('is not guessed from %j', (command) => {
    expect(uninstallerPath(command)).toBeNull();
  });

  it('is part of the command, absolute and plain, whatever the command is', () => {
    const piece = fc.constantFrom(
      'C:',
      '\\',
      ' ',
      '"',
      'a',
      '..',
      '.exe',
      '%x%',
      '/',
      '~1',
      ':',
      'Program Files',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const command = pieces.join('');
        const path = uninstallerPath(command);

        expect(path === null || (command.includes(path) && /^[A-Z]:\\[^"/%*?<>|:]+\.exe$/i.test(path))).toBe(true);
        expect(path ?? '').not.toMatch(/\\\.\.?\\|~\d|\p{C}/u);
      }),
      { numRuns: 5_000 },
    );
  });
});
