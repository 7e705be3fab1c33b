import { ok } from '../machine/answer';
import type { Finding } from './finding';
import type { Probe } from './probe';

/** The exact places that signatures name. A place that an ordinary user could have made is not the system's word. */
export const pathsProbe: Probe = {
  id: 'paths',
  platforms: ['linux', 'windows', 'macos'],
  required: true,
  limitMs: 5_000,
  async run(ask, signatures) {
    const paths = new Set(
      signatures.flatMap((signature) =>
        signature.marks.flatMap((mark) => {
          const matcher = mark.kind === 'path' ? mark.match['path'] : undefined;
          if (matcher === undefined) return [];
          return 'is' in matcher ? [String(matcher.is)] : 'oneOf' in matcher ? matcher.oneOf : [];
        }),
      ),
    );
    const answers = await Promise.all([...paths].map(async (path) => ({ path, answer: await ask('path', { path }) })));
    // A place that is not there is an answer; a place we may not look at leaves the whole probe without one.
    const blind = answers.find(({ answer }) => answer.status !== 'ok' && answer.status !== 'absent');
    const findings = answers.flatMap(({ path, answer }): readonly Finding[] =>
      answer.status === 'ok'
        ? [
            {
              probe: 'paths',
              kind: 'path',
              where: path,
              facts: { path, kind: answer.value.kind, linkTarget: answer.value.linkTarget },
              trust: answer.value.ownedBySystem ? 'system' : 'user',
            },
          ]
        : [],
    );
    return findings.length === 0 && blind !== undefined && blind.answer.status !== 'ok' ? blind.answer : ok(findings);
  },
};
