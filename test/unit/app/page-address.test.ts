import { describe, expect, test } from 'vitest';
import { pageAddress } from '../../../src/main/app/windows/page-address';

describe('the address of the page', () => {
  test('is our own scheme, and nothing else is ours', () => {
    const { url, isOurs } = pageAddress(true, undefined);

    expect(url).toBe('app://offramp/index.html');
    expect(isOurs(url)).toBe(true);
    const foreign = [
      'app://elsewhere/index.html',
      'app://offramp.example/',
      'app://a@offramp/',
      'file:///index.html',
      'https://offramp/',
      'about:blank',
      '',
    ];
    expect(foreign.filter(isOurs)).toEqual([]);
  });

  test('is never a development server in the packaged program', () => {
    expect(pageAddress(true, 'http://localhost:5173')).toMatchObject({ url: 'app://offramp/index.html', server: null });
  });

  test('may be a development server on this computer in a checkout', () => {
    const { url, isOurs } = pageAddress(false, 'http://localhost:5173/');

    expect([url, isOurs('http://localhost:5173/x'), isOurs('http://localhost:5174/')]).toEqual([
      'http://localhost:5173/index.html',
      true,
      false,
    ]);
  });

  test.each(['http://example.org:5173', 'https://localhost', 'javascript:alert(1)', 'localhost:5173', ''])(
    'is not taken from elsewhere: %s',
    (server) => {
      expect(pageAddress(false, server).url).toBe('app://offramp/index.html');
    },
  );
});
