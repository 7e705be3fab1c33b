import { beforeAll, describe, expect, it } from 'vitest';
import type { Mark } from '../../../../src/main/core/knowledge/signature';
import { factTest } from '../../../../src/main/core/matching/fact-tests';
import { matchMarks } from '../../../../src/main/core/matching/match-marks';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { recordedFindings, type RecordedFindings } from '../../../fixtures/make/recorded-findings';

let machines: readonly RecordedFindings[] = [];

beforeAll(async () => {
  machines = await recordedFindings((name) => /imitates|every|left|near|lookalike|managed|-kes-|mac-home/.test(name));
}, 60_000);

describe('the index of marks', () => {
  it('finds exactly what trying every mark on every finding finds', () => {
    const different = machines.filter(
      (machine) => indexed(machine).sort().join('\n') !== tried(machine).sort().join('\n'),
    );

    expect(different.map(({ name }) => name)).toEqual([]);
    expect(machines.flatMap(indexed).length).toBeGreaterThan(300);
  });
});

const indexed = ({ signatures, findings }: RecordedFindings): string[] =>
  [...matchMarks(signatures, findings)].flatMap(([{ id }, matches]) =>
    matches.map(({ mark, finding }) => named(id, mark, finding)),
  );

function tried({ signatures, findings }: RecordedFindings): string[] {
  return signatures.flatMap(({ id, marks }) =>
    marks.flatMap((mark) => {
      const tests = Object.entries(mark.match).map(([fact, matcher]) => [fact, factTest(matcher)] as const);
      return findings
        .filter(({ kind, facts }) => kind === mark.kind && tests.every(([fact, passes]) => passes(facts[fact])))
        .map((finding) => named(id, mark, finding));
    }),
  );
}

const named = (product: string, mark: Mark, { where, facts }: Finding): string =>
  `${product} ${mark.id} ${where} ${JSON.stringify(facts)}`;
