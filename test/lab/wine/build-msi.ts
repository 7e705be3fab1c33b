import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** An invented product in a real installer package. */
export interface MsiRecipe {
  readonly productCode: string;
  readonly upgradeCode: string;
  readonly name: string;
  readonly version: string;
  readonly manufacturer: string;
  readonly scope: 'perMachine' | 'perUser';
}

/** Builds a package with one text file in it. Needs `wixl`, which the set-up of the laboratory installs. */
export async function buildMsi(recipe: MsiRecipe): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offramp-msi-'));
  try {
    await writeFile(path.join(folder, 'notes.txt'), 'nothing but words\n');
    await writeFile(path.join(folder, 'product.wxs'), source(recipe));
    await promisify(execFile)('wixl', ['-a', 'x64', '-o', 'product.msi', 'product.wxs'], { cwd: folder });
    return await readFile(path.join(folder, 'product.msi'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const source = ({ productCode, upgradeCode, name, version, manufacturer, scope }: MsiRecipe): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="${productCode}" Name="${name}" Language="1033" Version="${version}" Manufacturer="${manufacturer}"
           UpgradeCode="${upgradeCode}">
    <Package InstallerVersion="200" Compressed="yes" InstallScope="${scope}" />
    <Media Id="1" Cabinet="product.cab" EmbedCab="yes" />
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="${scope === 'perMachine' ? 'ProgramFiles64Folder' : 'LocalAppDataFolder'}">
        <Directory Id="INSTALLDIR" Name="${name}">
          <Component Id="cMain" Guid="*" Win64="yes">
            <File Id="fNotes" Name="notes.txt" Source="notes.txt" KeyPath="yes" />
          </Component>
        </Directory>
      </Directory>
    </Directory>
    <Feature Id="Main" Level="1"><ComponentRef Id="cMain" /></Feature>
  </Product>
</Wix>
`;
