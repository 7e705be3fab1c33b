import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolvePageFile } from '../../../src/main/app/windows/resolve-page-file';

const root = '/program/renderer';

describe('the file that a request for the page means', () => {
  test.each([
    ['app://offramp/', '/program/renderer/index.html', 'text/html; charset=utf-8'],
    ['app://offramp/index.html', '/program/renderer/index.html', 'text/html; charset=utf-8'],
    [
      'app://offramp/assets/index-a1.js?v=2#top',
      '/program/renderer/assets/index-a1.js',
      'text/javascript; charset=utf-8',
    ],
    ['app://offramp/assets/two%20words.css', '/program/renderer/assets/two words.css', 'text/css; charset=utf-8'],
    // Climbing that the address itself resolves ends at the root, where it began.
    ['app://offramp/../index.html', '/program/renderer/index.html', 'text/html; charset=utf-8'],
    ['app://offramp/%2e%2e/index.html', '/program/renderer/index.html', 'text/html; charset=utf-8'],
  ])('is found for %s', (url, path, type) => {
    expect(resolvePageFile('GET', url, root)).toEqual({ ok: true, path, type });
  });

  test.each([
    ['app://offramp/..%2findex.html', 400],
    ['app://offramp/a/..%2f..%2f..%2fetc/x.html', 400],
    ['app://offramp/..%5c..%5cx.html', 400],
    ['app://offramp/x%00.html', 400],
    ['app://offramp/C%3A/x.html', 400],
    ['app://offramp/%E0%A4%A', 400],
    ['app://elsewhere/index.html', 400],
    ['file:///etc/passwd', 400],
    ['not an address', 400],
    ['app://offramp/index.map', 404],
    ['app://offramp/passwd', 404],
    ['app://offramp/assets/', 404],
  ] as const)('is refused for %s', (url, status) => {
    expect(resolvePageFile('GET', url, root)).toEqual({ ok: false, status });
  });

  test('is only ever read, never written', () => {
    expect(resolvePageFile('POST', 'app://offramp/index.html', root)).toEqual({ ok: false, status: 405 });
  });

  test('never lies outside the folder of the page, whatever is asked', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      '//',
      'a',
      'index.html',
      '%00',
      '~',
      ':',
      '%252e',
      'etc',
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = resolvePageFile('GET', `app://offramp/${pieces.join('')}`, root);

        return !file.ok || file.path.startsWith(`${root}/`);
      }),
      { numRuns: 5_000 },
    );
  });
});
