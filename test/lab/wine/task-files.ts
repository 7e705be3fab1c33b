/** Task files as Windows' scheduler keeps them, of invented programs, and files that somebody could put there to trip a reader. */
export const taskFiles: readonly { readonly path: string; readonly content: string | Uint8Array }[] = [
  {
    path: 'Invented Updater',
    content: wide(task('<Exec><Command>"%ProgramFiles%\\Invented\\updater.exe"</Command></Exec>')),
  },
  {
    path: 'Invented Vendor\\Deeper\\Two programs',
    content: task(
      '<Exec><Command>C:\\Program Files\\Invented\\first one.exe</Command><Arguments>/quiet</Arguments></Exec>' +
        '<Exec><Command>C:\\Invented\\Ж.cmd</Command></Exec>',
      '<Enabled>false</Enabled>',
    ),
  },
  { path: 'Invented Vendor\\No program', content: wide(task('<ComHandler><ClassId>{0}</ClassId></ComHandler>')) },
  {
    path: 'Hostile\\Entities',
    content: `<!DOCTYPE Task [<!ENTITY a "C:\\x.exe">]>${task('<Exec><Command>&a;</Command></Exec>')}`,
  },
  { path: 'Hostile\\Half', content: task('<Exec><Command>C:\\half.exe').slice(0, 200) },
  { path: 'Hostile\\Bytes', content: Buffer.from([0xff, 0xfe, 0x3c]) },
  { path: 'Hostile\\Empty', content: '' },
  { path: 'Hostile\\Other root', content: '<Job><Actions><Exec><Command>C:\\job.exe</Command></Exec></Actions></Job>' },
  { path: 'Hostile\\Huge', content: task(`<Exec><Command>C:\\huge.exe</Command></Exec><!--${'x'.repeat(300_000)}-->`) },
  { path: 'Hostile\\Deep', content: task('<a>'.repeat(30_000) + '</a>'.repeat(30_000)) },
];

function task(actions: string, settings = ''): string {
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Settings>${settings}</Settings>
  <Actions Context="Author">${actions}</Actions>
</Task>`;
}

function wide(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
