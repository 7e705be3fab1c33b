import { ok, type Answer } from '../../core/machine/answer';
import type { InstallReceipt } from '../../core/machine/software-shapes';
import { entriesIn } from './entries-in';
import { inBatches } from './in-batches';
import type { MacTools } from './mac-tools';
import { dateIn, textIn } from './plist/fields';
import { readPlist } from './plist/read-plist';

/**
 * Receipts of the installer (C-OSQ, C-MACRCPT, seen 2026-11-23). They belong to the installer's own account in a folder that nobody else may
 * write to, so they are the system's word.
 */
export async function readInstallReceipts(tools: MacTools): Promise<Answer<InstallReceipt[]>> {
  const entries = await entriesIn(tools, receiptsFolder);
  if (entries.status !== 'ok') return entries;
  const files = entries.value.filter((entry) => entry.isFile() && entry.name.endsWith('.plist'));
  return ok((await inBatches(files, ({ name }) => receiptIn(tools, `${receiptsFolder}/${name}`))).flat());
}

const receiptsFolder = '/private/var/db/receipts';

async function receiptIn(tools: MacTools, path: string): Promise<readonly InstallReceipt[]> {
  const plist = await readPlist(tools, path);
  const id = plist.status === 'ok' ? textIn(plist.value, 'PackageIdentifier') : null;
  if (plist.status !== 'ok' || id === null) return [];
  return [
    {
      id,
      version: textIn(plist.value, 'PackageVersion') ?? '',
      installedAt: dateIn(plist.value, 'InstallDate'),
      location: `/${(textIn(plist.value, 'InstallPrefixPath') ?? '').replace(/^\/+/, '')}`,
    },
  ];
}
