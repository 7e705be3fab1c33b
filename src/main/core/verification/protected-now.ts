import type { Words } from '../knowledge/words';
import { isKaspersky } from '../matching/judge-protection';
import type { Scan } from '../matching/scan';
import type { ThreeWay } from './categories';

/**
 * Whether something other than the removed product protects this computer. A name in Security Center is not enough: what counts is a state that says
 * that it works, with definitions that are not known to be old. Each answer comes with the sentences it rests on.
 */
export function protectedNow(
  scan: Scan,
  words: Words,
): { readonly answer: ThreeWay; readonly because: readonly string[] } {
  const others = scan.protection.products.filter(({ name }) => !isKaspersky(name));
  const alive = others.filter(({ ghost, state }) => !ghost && state === 'on');
  const current = alive.filter(({ definitions }) => definitions !== 'old');
  const because = others.map(({ name, state, definitions, ghost }) =>
    ghost
      ? words('verify.because.ghost', { name })
      : words('verify.because.protection', {
          name,
          state: words(`verify.because.states.${state}`),
          definitions: words(`verify.because.definitions.${definitions}`),
        }),
  );
  if (current.length > 0) return { answer: 'yes', because };
  if (alive.length > 0) return { answer: 'inconclusive', because };
  const untold =
    scan.protection.verdict === 'unknown' || others.some(({ ghost, state }) => !ghost && state === 'unknown');
  return {
    answer: untold ? 'inconclusive' : 'no',
    because: because.length > 0 ? because : [words(untold ? 'verify.because.untold' : 'verify.because.nothing')],
  };
}
