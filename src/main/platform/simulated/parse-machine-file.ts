import { faultInAnswers, largestInputBytes, MachineFile } from '../../core/machine/machine-file';

export type ParsedMachineFile =
  | { readonly ok: true; readonly file: MachineFile }
  /** `at` is the JSON path of the first fault, `$` for the whole; `problem` goes on after it: "is not JSON". */
  | { readonly ok: false; readonly at: string; readonly problem: string };

/** Reads the text of a machine file. Whatever is wrong with it is a value; nothing it holds is ever executed or followed. */
export function parseMachineFile(text: string): ParsedMachineFile {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestInputBytes) return fault('$', `is ${bytes} bytes long; at most ${largestInputBytes} are read`);
  const json = parseJson(text);
  if (json === undefined) return fault('$', 'is not JSON');
  return headFault(json) ?? bodyOf(json);
}

const fault = (at: string, problem: string) => ({ ok: false, at, problem }) as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Told apart from wrong shapes: another kind of file, and a file of a newer Offramp, deserve words of their own. */
function headFault(json: unknown): ParsedMachineFile | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fault('$', 'is not a machine file');
  const { format, schemaVersion } = json as { readonly format?: unknown; readonly schemaVersion?: unknown };
  if (format !== 'offramp-machine') return fault('format', 'is not "offramp-machine": this is no machine file');
  if (schemaVersion !== 1) return fault('schemaVersion', `is ${shown(schemaVersion)}; this program reads 1`);
  return null;
}

function bodyOf(json: unknown): ParsedMachineFile {
  const parsed = MachineFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fault(
      issue === undefined || issue.path.length === 0 ? '$' : issue.path.map(String).join('.'),
      issue?.message ?? 'is malformed',
    );
  }
  const wrong = faultInAnswers(parsed.data.answers);
  return wrong === null ? { ok: true, file: parsed.data } : fault(wrong.at, wrong.problem);
}

const shown = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? JSON.stringify(value).slice(0, 40) : 'missing or no number';
