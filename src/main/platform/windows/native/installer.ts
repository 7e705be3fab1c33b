import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import type { SystemFolders } from './system-folders';
import { systemLibrary } from './system-library';

/** One product that Windows Installer knows. Texts are as the package gave them; an empty one was not given. */
export interface InstalledMsi {
  /** `{GUID}` in capitals. */
  readonly productCode: string;
  readonly perUser: boolean;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  /** The package kept for repair and removal; empty when none is named. */
  readonly localPackage: string;
}

/** Asks Windows Installer's own list. Nothing is checked, repaired or started by it, unlike the WMI class of the same products. */
export interface NativeInstaller {
  /** Products of the computer and of this person; those of everybody when we are allowed to. */
  list(): Reading<readonly InstalledMsi[]>;
}

export function bindInstaller(koffi: Koffi, folders: SystemFolders): NativeInstaller {
  const library = systemLibrary(koffi, folders, 'msi.dll');
  return {
    list: () => {
      const msi = library();
      if (msi === null) return notRead('LoadLibraryExW', moduleMissing);
      const calls: Calls = {
        next: msi.func(
          'uint32_t __stdcall MsiEnumProductsExW(str16 code, str16 sid, int contexts, uint32_t index, void *found,' +
            ' void *context, void *owner, void *ownerLength)',
        ) as Call,
        inform: msi.func(
          'uint32_t __stdcall MsiGetProductInfoExW(str16 code, str16 sid, int context, str16 property, void *into, void *len)',
        ) as Call,
      };
      const own = listFor(calls, null);
      if (own.status !== 'ok') return own;
      const everybodys = listFor(calls, everyone);
      const all = everybodys.status === 'ok' ? [...own.value, ...everybodys.value] : own.value;
      return read([...new Map(all.map((one) => [`${one.productCode} ${one.perUser}`, one])).values()]);
    },
  };
}

type Call = (...given: readonly unknown[]) => number;
interface Calls {
  readonly next: Call;
  readonly inform: Call;
}

function listFor(calls: Calls, whose: string | null): Reading<readonly InstalledMsi[]> {
  const found: InstalledMsi[] = [];
  const [code, context, owner] = [Buffer.alloc(39 * 2), Buffer.alloc(4), Buffer.alloc(longestSid * 2)];
  const ownerLength = Buffer.alloc(4);
  for (let index = 0; index < mostProducts; index++) {
    ownerLength.writeUInt32LE(longestSid, 0);
    owner.fill(0);
    const ended = calls.next(null, whose, everyContext, index, code, context, owner, ownerLength);
    if (ended === noMoreItems) return read(found);
    // An entry that the installer itself cannot make sense of hides no other.
    if (ended === badConfiguration) continue;
    if (ended !== done) return notRead('MsiEnumProductsExW', ended);
    found.push(productOf(calls, textIn(code), context.readUInt32LE(0), textIn(owner)));
  }
  return notRead('MsiEnumProductsExW', tooMany);
}

function productOf(calls: Calls, code: string, context: number, owner: string): InstalledMsi {
  const perUser = context !== machineContext;
  const property = (name: string): string =>
    propertyOf(calls, code, perUser && owner !== '' ? owner : null, context, name);
  return {
    productCode: code.toUpperCase(),
    perUser,
    name: property('InstalledProductName') || property('ProductName'),
    version: property('VersionString'),
    publisher: property('Publisher'),
    localPackage: property('LocalPackage'),
  };
}

/** Longer texts than any honest package has are as good as none. */
function propertyOf({ inform }: Calls, code: string, sid: string | null, context: number, name: string): string {
  const [into, length] = [Buffer.alloc((longestText + 1) * 2), Buffer.alloc(4)];
  length.writeUInt32LE(longestText, 0);
  return inform(code, sid, context, name, into, length) === done ? textIn(into) : '';
}

function textIn(buffer: Buffer): string {
  const text = buffer.toString('utf16le');
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** The SID of everybody: products of other people too, for administrators alone. */
const everyone = 's-1-1-0';
/** MSIINSTALLCONTEXT_ALL, MSIINSTALLCONTEXT_MACHINE. */
const everyContext = 7;
const machineContext = 4;
const longestSid = 256;
const longestText = 4_096;
/** A list without an end would otherwise be read for ever. */
const mostProducts = 20_000;
const done = 0;
const noMoreItems = 259;
const badConfiguration = 1610;
const moduleMissing = 126;
const tooMany = 1359;
