import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';

/**
 * Takes Node's own signature out. Adding the blob breaks it, and a broken signature looks like tampering to Windows and to
 * antivirus programs; the finished program is signed in the release. PE format: data directory 4 holds offset and size.
 */
export function withoutSignature(exe) {
  const optionalHeader = exe.readUInt32LE(0x3c) + 24;
  if (exe.readUInt16LE(optionalHeader) !== 0x20b) throw new Error('node.exe is not a 64-bit Windows program.');
  const entry = optionalHeader + 112 + 4 * 8;
  const [offset, size] = [exe.readUInt32LE(entry), exe.readUInt32LE(entry + 4)];
  if (size === 0) return exe;
  if (offset + size !== exe.length) throw new Error("node.exe's signature does not lie at its end.");
  const unsigned = Buffer.from(exe.subarray(0, offset));
  unsigned.fill(0, entry, entry + 8);
  return unsigned;
}

/**
 * Adds the blob as the resource where Node looks for it, and our own name and icon in place of Node's. resedit does in one second
 * what postject, the usual tool, does in twenty.
 */
export function withResources(exe, blob, words, icon) {
  const program = NtExecutable.from(exe, { ignoreCert: true });
  const resources = NtExecutableResource.from(program);
  resources.entries.push({ type: rawData, id: 'NODE_SEA_BLOB', lang: 0, codepage: 0, bin: exactBytes(blob) });
  for (const version of Resource.VersionInfo.fromEntries(resources.entries)) {
    const [language] = version.getAllLanguagesForStringValues();
    version.removeAllStringValues(language);
    version.setStringValues(language, { FileDescription: 'Offramp', ProductName: 'Offramp', ...words });
    const [major, minor, patch] = (words.FileVersion ?? '0.0.0').split('.').map(Number);
    version.setFileVersion(major, minor, patch, 0, language.lang);
    version.setProductVersion(major, minor, patch, 0, language.lang);
    version.outputToResourceEntries(resources.entries);
  }
  if (icon !== null) {
    const images = Data.IconFile.from(exactBytes(icon)).icons.map((image) => image.data);
    Resource.IconGroupEntry.replaceIconsForResource(resources.entries, 1, 1033, images);
  }
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

/** RT_RCDATA. */
const rawData = 10;

function exactBytes(buffer) {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length);
}

/** Tells this node.exe that it carries a blob: the one place that says 0 must say 1. */
export function withFuseSet(program) {
  const at = program.indexOf(`${sentinelFuse}:0`);
  if (at < 0 || program.includes(`${sentinelFuse}:0`, at + 1))
    throw new Error('node.exe has no single place for a blob.');
  program.write('1', at + sentinelFuse.length + 1, 'latin1');
  return program;
}

/** Marks the place in node.exe where the blob is looked for; part of Node's documented format. */
const sentinelFuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
