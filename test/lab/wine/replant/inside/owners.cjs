// Starts the shipped command line with one call of Windows answered in Wine's place. Wine gives every file to whoever runs it, whatever one asks
// for, so that nothing could ever be the system's own: for the folders of a recording that were, and what lies in them, GetFileSecurityW gives
// the owner and the list that Windows gives them. All other places get Wine's own answer.
const { workerData } = require('node:worker_threads');
const koffi = require('C:\\offramp-lab\\koffi\\index.cjs');

const advapi = koffi.load('advapi32.dll');
const convert = advapi.func(
  'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 text, uint32_t revision, void *made, void *size)',
);
const copy = koffi.load('ntdll.dll').func('void __stdcall RtlMoveMemory(void *to, uintptr_t from, size_t size)');

/** Owner Administrators; SYSTEM and Administrators may do anything, users may read. */
const descriptor = descriptorFrom('O:BAG:SYD:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)');
const owned = workerData.ownedBySystem.map((folder) => folder.toLowerCase());
const load = koffi.load;

koffi.load = (library) => {
  const loaded = load(library);
  if (!/^advapi32\.dll$/i.test(library)) return loaded;
  return {
    func: (definition) =>
      definition.includes(' GetFileSecurityW(') ? answered(loaded.func(definition)) : loaded.func(definition),
  };
};

function answered(ask) {
  return (path, wanted, into, size, needed) => {
    const place = path.toLowerCase();
    const isOurs = owned.some(
      (folder) => `${place}\\`.startsWith(`${folder}\\`) || `${folder}\\`.startsWith(`${place.replace(/\\$/, '')}\\`),
    );
    if (!isOurs) return ask(path, wanted, into, size, needed);
    descriptor.copy(into);
    needed.writeUInt32LE(descriptor.length, 0);
    return 1;
  };
}

function descriptorFrom(text) {
  const [made, size] = [Buffer.alloc(8), Buffer.alloc(4)];
  if (convert(text, 1, made, size) === 0) throw new Error(`${text} is no security descriptor`);
  const bytes = Buffer.alloc(size.readUInt32LE(0));
  copy(bytes, made.readBigUInt64LE(0), bytes.length);
  return bytes;
}

require('C:\\offramp-lab\\offramp.cjs');
