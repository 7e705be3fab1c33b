import { describe, expect, test } from 'vitest';
import { ExpectedFailure, type Handlers } from '../../../src/main/app/ipc/handlers';
import { registerRequests } from '../../../src/main/app/ipc/register-requests';
import { requestChannel } from '../../../src/preload/channels';
import { handlersWith } from './fake-handlers';

const settings = { language: 'en', theme: 'light', technician: false } as const;

describe('registering the requests', () => {
  test('hands a good request to its handler and gives its answer', async () => {
    const seen: unknown[] = [];
    const page = pageOf({ 'settings:write': (wanted) => (seen.push(wanted), wanted) });

    const reply = await page.ask({ name: 'settings:write', input: settings });

    expect({ reply, seen }).toEqual({ reply: { ok: true, value: settings }, seen: [settings] });
  });

  test('listens on one channel only', () => {
    const page = pageOf({});

    expect(page.channels).toEqual([requestChannel]);
  });

  test.each([
    ['a wrong type', { name: 'computers:choose', input: { id: 5 } }, 'computers:choose: $.id'],
    ['a missing field', { name: 'computers:choose', input: {} }, 'computers:choose: $.id'],
    ['a field too many', { name: 'scan:run', input: { path: '/etc' } }, 'scan:run: $'],
    ['an overlong id', { name: 'computers:choose', input: { id: 'x'.repeat(81) } }, 'computers:choose: $.id'],
    ['no input at all', { name: 'computers:choose', input: undefined }, 'computers:choose: $'],
    ['a message without input', { name: 'computers:choose' }, 'not a request'],
    ['an unknown name', { name: 'shell:run', input: {} }, 'no such request: shell:run'],
    ['the name of something every object has', { name: 'constructor', input: {} }, 'no such request: constructor'],
    [
      'a name with odd characters, which are not repeated',
      { name: 'a\nb\u001b[2J', input: {} },
      'no such request: a?b??2J',
    ],
    ['no message', undefined, 'not a request'],
    ['a text', 'scan:run', 'not a request'],
    ['something beside name and input', { name: 'scan:run', input: {}, more: 1 }, 'not a request'],
  ])('refuses %s before any handler is called, and logs it', async (_what, message, detail) => {
    const page = pageOf({});

    const reply = await page.ask(message);

    expect(reply).toEqual({ ok: false, reason: 'bad-request', detail: expect.stringContaining(detail) as string });
    expect(page.logged).toEqual([expect.stringContaining('bad-request')]);
  });

  test('refuses whoever is not our page, without looking at what is asked', async () => {
    const page = pageOf({ 'settings:read': () => settings });

    const reply = await page.ask({ name: 'settings:read', input: {} }, 'a stranger');

    expect(reply).toMatchObject({ ok: false, reason: 'refused-sender' });
    expect(page.logged).toHaveLength(1);
  });

  test('gives an expected failure as its reason alone', async () => {
    const page = pageOf({
      'verify:run': () => {
        throw new ExpectedFailure('no-such-run');
      },
    });

    const reply = await page.ask({ name: 'verify:run', input: { run: 'nowhere' } });

    expect(reply).toEqual({ ok: false, reason: 'failed', detail: 'no-such-run' });
  });

  test('turns a fault of a handler into an answer and logs where it came from', async () => {
    const page = pageOf({ 'scan:run': () => Promise.reject(new Error('the disk is on fire')) });

    const reply = await page.ask({ name: 'scan:run', input: {} });

    expect(reply).toEqual({ ok: false, reason: 'failed', detail: 'scan:run: the disk is on fire' });
    expect(page.logged.join('\n')).toContain('register-requests.test.ts');
  });

  test('does not let out an answer that does not fit the contract', async () => {
    const tooMuch = { ...settings, secret: 'a password' } as typeof settings;
    const page = pageOf({ 'settings:read': () => tooMuch });

    const reply = await page.ask({ name: 'settings:read', input: {} });

    expect(reply).toMatchObject({
      ok: false,
      reason: 'failed',
      detail: expect.stringContaining('does not fit') as string,
    });
    expect(JSON.stringify(reply)).not.toContain('a password');
  });
});

function pageOf(given: Partial<Handlers>) {
  const logged: string[] = [];
  const listeners = new Map<string, (call: string, message: unknown) => Promise<unknown>>();
  registerRequests<string>({
    host: { handle: (channel, listener) => void listeners.set(channel, listener) },
    handlers: handlersWith(given),
    isOurs: (call) => call === 'our page',
    log: (line) => void logged.push(line),
  });
  return {
    logged,
    channels: [...listeners.keys()],
    ask: (message: unknown, sender = 'our page') => listeners.get(requestChannel)?.(sender, message),
  };
}
