import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../support/knowledge';

const page = readFileSync(new URL('../../docs/facts.md', import.meta.url), 'utf8');

describe('the page on facts', () => {
  it('names every signature of Windows, so that none stands without its facts', () => {
    const ids = shippedKnowledge()
      .signatures.filter(({ platforms }) => platforms.includes('windows'))
      .map(({ id }) => id);

    expect(ids.filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
  });

  it('has one line of two parts for each fact', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('|'));

    expect(lines.filter((line) => !/^\| \S.* \| \S.* \|$/.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(120);
  });
});
