import type { Matcher } from '../knowledge/signature';
import type { Finding } from '../probing/finding';

type Fact = Finding['facts'][string] | undefined;
export type FactTest = (value: Fact) => boolean;

/** Names are compared without case: Windows does, and on Linux a product never differs from another by case alone. */
export const exactTexts = (matcher: Matcher): readonly string[] | null =>
  'oneOf' in matcher
    ? matcher.oneOf.map((value) => value.toLowerCase())
    : 'is' in matcher && typeof matcher.is === 'string'
      ? [matcher.is.toLowerCase()]
      : null;

/** Whether a fact is what a mark asks for. */
export function factTest(matcher: Matcher): FactTest {
  if ('pattern' in matcher) {
    const pattern = new RegExp(`^(?:${matcher.pattern})$`, 'iu');
    return (value) => typeof value === 'string' && pattern.test(value);
  }
  const texts = exactTexts(matcher);
  if (texts === null) return 'is' in matcher ? (value) => value === matcher.is : () => false;
  const wanted = new Set(texts);
  return (value) => typeof value === 'string' && wanted.has(value.toLowerCase());
}
