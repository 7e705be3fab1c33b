import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../support/knowledge';
import { unknownSources } from './unknown-sources';

const knownSources = JSON.parse(readFileSync(new URL('./known-sources.json', import.meta.url), 'utf8')) as string[];

describe('the sources that are cited', () => {
  it('are all in a fact base', () => {
    expect(unknownSources(shippedKnowledge(), knownSources)).toEqual([]);
  });

  it('are refused when nobody knows them', () => {
    const broken = structuredClone(shippedKnowledge());
    broken.signatures[0]?.marks[0]?.fact.sources.push('G999');

    expect(unknownSources(broken, knownSources)).toHaveLength(1);
  });
});
