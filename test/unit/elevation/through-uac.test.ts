import { describe, expect, test } from 'vitest';
import { elevationRefusal } from '../../../src/main/platform/elevation/elevation-refusal';
import { goesThroughUac, handOn } from '../../../src/main/platform/elevation/through-uac';
import type { ElevatedRequest } from '../../../src/main/platform/windows/native/elevated-start';
import { notRead, read } from '../../../src/main/platform/windows/native/reading';

const words = ['apply', '--agreed=abc', '--keep=a b', '--through-uac'];

describe('a command line that is handed on through Windows’ question', () => {
  test('is one that acts, on Windows, with the mark as its last word', () => {
    expect(goesThroughUac(words, 'win32')).toBe(true);
    expect(goesThroughUac(words, 'linux')).toBe(false);
    expect(goesThroughUac(['scan', '--through-uac'], 'win32')).toBe(false);
    expect(goesThroughUac(['apply', '--through-uac', 'plan.json'], 'win32')).toBe(false);
  });

  test('starts the same program and script with every word but the mark, and ends as that does', async () => {
    const asked: ElevatedRequest[] = [];
    const looks = [null, null, 5];
    let closed = 0;

    const code = await handOn(words, ['/node.exe', '/a b/offramp.cjs'], async (request) => {
      asked.push(request);
      return read({ exitCode: () => looks.shift() ?? null, close: () => void closed++ });
    });

    expect(code).toBe(5);
    expect(asked).toEqual([
      { program: '/node.exe', parameters: '"/a b/offramp.cjs" apply --agreed=abc "--keep=a b"', folder: '/' },
    ]);
    expect(closed).toBe(1);
  });

  test('tells a no of the person from a question that could not be put', async () => {
    const no = await handOn(words, ['/x.exe'], async () => notRead('ShellExecuteExW', 1223));
    const missing = await handOn(words, ['/x.exe'], async () => notRead('ShellExecuteExW', 2));

    expect([no, missing].map(elevationRefusal)).toEqual(['denied', 'no-agent']);
  });
});
