import { faultInBinaryPlist } from './fault-in-binary-plist';
import { faultInXmlPlist } from './fault-in-xml-plist';

/** A property list's value as its parser gives it: texts, numbers, dates, bytes, lists, dictionaries. */
export type ParsedPlist =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string };

/**
 * Reads a property list in either of the forms that macOS keeps its own files in. Whatever the bytes are, it neither hangs nor fills the
 * memory: the form is checked before a parser sees it, because the parsers follow references and nesting wherever they lead.
 */
export async function parsePlist(bytes: Buffer): Promise<ParsedPlist> {
  const isBinary = bytes.subarray(0, 8).toString('latin1') === 'bplist00';
  const text = isBinary ? '' : bytes.toString('utf8').replace(/^\uFEFF/, '');
  const fault = isBinary ? faultInBinaryPlist(bytes) : faultInXmlPlist(text);
  if (fault !== null) return { ok: false, fault };
  try {
    // Loaded when first needed: on other systems the parsers would only make the start slower.
    if (isBinary) return { ok: true, value: (await import('bplist-parser')).parseBuffer<unknown>(bytes)[0] };
    return { ok: true, value: (await import('plist')).parse(text) };
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}
