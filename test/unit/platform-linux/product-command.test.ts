import { readFileSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeRoot } from './fake-root';

const control = '/opt/kaspersky/kesl/bin/kesl-control';
const ask = (reader: ReturnType<typeof fakeRoot>['reader'], limitMs = 5000) =>
  reader.ask('product-command', { command: 'kesl-app-info' }, limitMs);

describe('a question to a product', () => {
  it('gives exit code and words, asked in English, without input and without anything of our environment', async () => {
    process.env['OFFRAMP_TEST_SECRET'] = 'x';
    const { reader } = fakeRoot({
      [control]: { program: `echo "$* $LANG $LC_ALL [$OFFRAMP_TEST_SECRET] $(cat | wc -c)"; exit 68` },
    });

    const answer = await ask(reader);

    delete process.env['OFFRAMP_TEST_SECRET'];
    expect(answer).toEqual({ status: 'ok', value: { exitCode: 68, text: '--app-info C.UTF-8 C.UTF-8 [] 0\n' } });
  });

  it('takes the words for errors when there are no others, and asks the second place when the first has nothing', async () => {
    const { reader } = fakeRoot({ '/usr/bin/kesl-control': { program: 'echo "not running" >&2; exit 64' } });

    expect(await ask(reader)).toEqual({ status: 'ok', value: { exitCode: 64, text: 'not running\n' } });
  });

  it('is absent without the program and denied without the right to start it', async () => {
    const none = fakeRoot({ '/etc/passwd': '' });
    const forbidden = fakeRoot({ [control]: { text: '#!/bin/sh\n', mode: 0o644 } });

    expect((await ask(none.reader)).status).toBe('absent');
    expect((await ask(forbidden.reader)).status).toBe('denied');
  });

  it('is not put to a program that somebody else could replace', async () => {
    const { reader, root } = fakeRoot({
      [control]: { program: 'touch "$0.started"' },
      '/usr/bin/kesl-control': { program: 'echo second' },
    });
    chmodSync(join(root, 'opt/kaspersky'), 0o777);

    expect(await ask(reader)).toEqual({ status: 'denied', reason: 'not-protected' });
    expect(await reader.ask('folder', { path: '/opt/kaspersky/kesl/bin' }, 1000)).toEqual({
      status: 'ok',
      value: [{ name: 'kesl-control', kind: 'file' }],
    });
  });

  it('ends within its limit a program that ignores TERM, together with what it started', async () => {
    const { reader, root } = fakeRoot({
      [control]: {
        program: `trap '' TERM; (trap '' TERM; echo $$ > "$0.pid"; sleep 60) & echo $! > "$0.child"; sleep 60; sleep 60`,
      },
    });
    const startedMs = performance.now();

    const answer = await ask(reader, 1000);

    const child = Number(readFileSync(join(root, `${control}.child`), 'utf8'));
    expect(answer.status).toBe('timed-out');
    expect(performance.now() - startedMs).toBeLessThan(1500);
    await expect.poll(() => isAlive(child)).toBe(false);
  });

  it('does not wait for a grandchild that holds the pipe, and does not end it either', async () => {
    const { reader, root } = fakeRoot({ [control]: { program: `echo said; sleep 8 & echo $! > "$0.child"; exit 0` } });
    const startedMs = performance.now();

    const answer = await ask(reader);

    const child = Number(readFileSync(join(root, `${control}.child`), 'utf8'));
    const wasAlive = isAlive(child);
    process.kill(child, 'SIGKILL');
    expect(answer).toEqual({ status: 'ok', value: { exitCode: 0, text: 'said\n' } });
    expect(performance.now() - startedMs).toBeLessThan(3000);
    expect(wasAlive).toBe(true);
  });

  it('keeps one MiB of a program that says more', async () => {
    const { reader } = fakeRoot({ [control]: { program: 'head -c 3000000 /dev/zero | tr "\\0" x' } });

    const answer = await ask(reader);

    expect(answer.status === 'ok' && answer.value.text.length).toBe(1024 * 1024);
  });
});

/** A zombie that nobody has collected yet runs no longer. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
