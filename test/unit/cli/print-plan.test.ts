import { describe, expect, it } from 'vitest';
import { printPlan } from '../../../src/main/cli/print/print-plan';
import { wordsIn } from '../../../src/main/core/knowledge/words';
import { noChoices } from '../../../src/main/core/planning/plan';
import { openSession } from '../../../src/main/core/session/open-session';
import { shippedKnowledge } from '../../support/knowledge';
import { simulated, simulatedNames, toolsFor } from '../../support/simulated-session';

const printed = async (name: string, columns: number, language: 'en' | 'es' = 'en') => {
  const words = wordsIn(language, shippedKnowledge().messages);
  const { scan, plan } = await openSession(toolsFor(simulated(name), { words, language })).plan({
    ...noChoices,
    also: ['ultraav', 'ultravpn'],
  });
  return { scan, plan, text: printPlan(plan, scan, words, columns) };
};

describe('a printed plan', () => {
  it('shows every step with exactly what runs, what stays, what goes along, and the digest', async () => {
    const { plan, text } = await printed('home-windows-plus', 10_000);

    const told = [
      ...plan.steps.flatMap(({ id, title, why, shows }) => [id, title, why, shows]),
      ...[plan.keeps, plan.drops, plan.notTouched, plan.onlyTold].flatMap((texts) => texts ?? []),
      plan.digest,
    ];

    expect(told.length).toBeGreaterThan(50);
    expect(told.filter((one) => !text.includes(one))).toEqual([]);
  });

  it('says of leftovers that are only told why they stay', async () => {
    const { plan, text } = await printed('windows-leftovers', 10_000);

    expect(plan.onlyTold?.length).toBeGreaterThan(0);
    for (const line of plan.onlyTold ?? []) expect(text).toContain(`- ${line}`);
  });

  it.each(simulatedNames)('leaves no key of a message in place of words, in either language: %s', async (name) => {
    for (const language of ['en', 'es'] as const) {
      const { text } = await printed(name, 80, language);

      expect(text).not.toMatch(/\b(plan|cli|reasons|verdicts|kinds|residue-reasons|blockers)\.[a-z]/);
      expect(text).not.toMatch(/\{\{|undefined|\[object/);
    }
  });
});
