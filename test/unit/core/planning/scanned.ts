import { wordsIn } from '../../../../src/main/core/knowledge/words';
import type { Language } from '../../../../src/main/core/knowledge/knowledge';
import type { Residue } from '../../../../src/main/core/matching/detection';
import type { Scan } from '../../../../src/main/core/matching/scan';
import { makePlan } from '../../../../src/main/core/planning/make-plan';
import { noChoices, type Plan, type PlanChoices } from '../../../../src/main/core/planning/plan';
import type { Planner } from '../../../../src/main/core/planning/planner';
import { plannerFor } from '../../../../src/main/core/session/planner-for';
import { scanMachine } from '../../../../src/main/core/session/scan-machine';
import { simulated, toolsFor } from '../../../support/simulated-session';

/** One simulated computer as planning sees it. */
export interface Scanned {
  readonly scan: Scan;
  readonly planner: Planner;
}

export async function scanned(name: string): Promise<Scanned> {
  const tools = toolsFor(simulated(name));
  return { scan: await scanMachine(tools), planner: await plannerFor(tools) };
}

export const planFor = ({ scan, planner }: Scanned, choices: Partial<PlanChoices> = {}): Plan =>
  makePlan(scan, { ...noChoices, ...choices }, planner);

export const idsOf = ({ steps }: Plan): readonly string[] => steps.map(({ id }) => id);

export const inLanguage = (
  { scan, planner }: Scanned,
  language: Language,
  messages: Parameters<typeof wordsIn>[1],
) => ({
  scan,
  planner: { ...planner, language, words: wordsIn(language, messages) },
});

/** The same computer with other leftovers. */
export const leaving = ({ scan, planner }: Scanned, residue: readonly Residue[]): Scanned => ({
  scan: { ...scan, residue: [...residue] },
  planner,
});
