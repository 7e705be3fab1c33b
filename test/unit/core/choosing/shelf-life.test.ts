import { describe, expect, it } from 'vitest';
import { ageFactor, shelfOf } from '../../../../src/main/core/choosing/shelf-life';

const now = new Date('2026-11-23T12:00:00Z');

describe('the shelf life of facts', () => {
  it.each([
    ['price', '2026-07-13', 'good'],
    ['price', '2026-02', 'old'],
    ['price', null, 'undated'],
    ['test', '2026-04', 'good'],
    ['test', '2025-10', 'old'],
    ['test', '2025-12', 'good'],
    ['test', '2030', 'good'],
  ] as const)('a %s of %s is %s', (kind, asOf, shelf) => {
    expect(shelfOf(kind, asOf, now)).toBe(shelf);
  });

  it('lets results fade from half a year to two years', () => {
    expect(ageFactor('2026-06', now)).toBe(1);
    expect(ageFactor('2025-10', now)).toBeCloseTo(0.62, 1);
    expect(ageFactor('2024-10', now)).toBe(0);
    expect(ageFactor(null, now)).toBe(0);
  });
});
