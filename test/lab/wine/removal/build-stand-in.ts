import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A product as its own package would put it on a computer, with what recognises it and nothing else. */
export interface StandIn {
  readonly productCode: string;
  readonly upgradeCode: string;
  readonly name: string;
  readonly version: string;
  readonly manufacturer: string;
  /** Below `Program Files (x86)\Kaspersky Lab`. */
  readonly folder: string;
  readonly file: string;
  /** Keys below `HKLM\SOFTWARE`, as a 32-bit program writes them. */
  readonly keys: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

/**
 * Builds a real 32-bit package whose removal behaves as `behaviour.c` is told at the time. Needs wixl and the mingw compiler, which
 * the set-up of the laboratory installs.
 */
export async function buildStandIn(product: StandIn): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offramp-stand-in-'));
  try {
    await run('x86_64-w64-mingw32-gcc', [
      '-shared',
      '-Os',
      '-s',
      '-o',
      path.join(folder, 'behaviour.dll'),
      path.join(import.meta.dirname, 'behaviour.c'),
      '-lmsi',
      '-ladvapi32',
    ]);
    await writeFile(path.join(folder, product.file), 'Offramp laboratory stand-in, not the real product.\r\n');
    await writeFile(path.join(folder, 'product.wxs'), source(product));
    await run('wixl', ['-a', 'x86', '-o', 'product.msi', 'product.wxs'], { cwd: folder });
    return await readFile(path.join(folder, 'product.msi'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const source = (product: StandIn): string => `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="${product.productCode}" Name="${product.name}" Language="1033" Version="${product.version}"
           Manufacturer="${product.manufacturer}" UpgradeCode="${product.upgradeCode}">
    <Package InstallerVersion="200" Compressed="yes" InstallScope="perMachine" />
    <Media Id="1" Cabinet="product.cab" EmbedCab="yes" />
    <Property Id="MsiHiddenProperties" Value="KLPASSWD" />
    <Property Id="SecureCustomProperties" Value="KLLOGIN;KLPASSWD" />
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFilesFolder">
        <Directory Id="VENDORDIR" Name="Kaspersky Lab">
          <Directory Id="INSTALLDIR" Name="${product.folder}">
            <Component Id="cMain" Guid="*">
              <File Id="fMain" Name="${product.file}" Source="${product.file}" KeyPath="yes" />
              ${Object.entries(product.keys).map(keyElement).join('\n              ')}
            </Component>
          </Directory>
        </Directory>
      </Directory>
    </Directory>
    <Feature Id="Main" Level="1"><ComponentRef Id="cMain" /></Feature>
    <Binary Id="bBehaviour" SourceFile="behaviour.dll" />
    <CustomAction Id="Behave" BinaryKey="bBehaviour" DllEntry="Behave" Execute="immediate" Return="check" />
    <InstallExecuteSequence>
      <Custom Action="Behave" Sequence="1001">REMOVE="ALL"</Custom>
    </InstallExecuteSequence>
  </Product>
</Wix>
`;

const keyElement = ([key, values]: [string, Readonly<Record<string, string | number>>]): string =>
  `<RegistryKey Root="HKLM" Key="SOFTWARE\\${key}">${Object.entries(values)
    .map(
      ([name, value]) =>
        `<RegistryValue Name="${name}" Type="${typeof value === 'number' ? 'integer' : 'string'}" Value="${value}" />`,
    )
    .join('')}</RegistryKey>`;
