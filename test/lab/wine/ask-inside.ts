import { createRequire } from 'node:module';
import path from 'node:path';
import type { Given, Question } from '../../../src/main/core/machine/questions';
import { openNative } from '../../../src/main/platform/windows/native/open-native';
import { windowsReader } from '../../../src/main/platform/windows/windows-reader';

/** What a test may ask inside the laboratory's Windows, and a mutex it may hold meanwhile, as an installer would. */
export interface InsideRequest {
  readonly questions: readonly { readonly question: Question; readonly given: Given<Question> }[];
  readonly holding?: string;
}

/** Runs inside Windows: puts every question to the reader that ships, one after another, and prints the answers as JSON. */
async function main(): Promise<void> {
  const { questions, holding } = JSON.parse(process.argv[2] ?? '') as InsideRequest;
  if (holding !== undefined) hold(holding);
  const reader = windowsReader(openNative());
  const answers = [];
  for (const { question, given } of questions) answers.push(await reader.ask(question, given, 60_000));
  process.stdout.write(JSON.stringify(answers));
}

function hold(name: string): void {
  const folder = path.dirname(process.argv[1] ?? '');
  const koffi = createRequire(path.join(folder, 'x'))('./koffi/index.cjs') as {
    load(library: string): { func(definition: string): (...given: readonly unknown[]) => unknown };
  };
  koffi.load('kernel32.dll').func('uintptr_t __stdcall CreateMutexW(void *a, int owner, str16 name)')(null, 1, name);
}

void main();
