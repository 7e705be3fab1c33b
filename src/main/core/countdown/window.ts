import { governingPolicyId } from '../knowledge/knowledge';
import type { Policy } from '../knowledge/policy';
import type { Language } from '../knowledge/knowledge';
import { ageInDays, closedDays } from './closed-days';
import type { OwnPlanToday } from './own-plan';

/** Three clocks that are never mixed: the law's, this computer's own, and a plan somebody set for themselves. */
export interface Window {
  readonly schemaVersion: 1;
  /** ISO 8601. */
  readonly today: string;
  readonly policies: readonly PolicyToday[];
  /** Of the determination that is shown beside a scan; null before it closed. */
  readonly closedDays: number | null;
  readonly computer: { readonly definitionsDate: string | null; readonly ageDays: number | null };
  readonly ownPlan: OwnPlanToday | null;
}

export interface PolicyToday {
  readonly id: string;
  readonly title: string;
  readonly binds: string;
  readonly jurisdiction: string;
  readonly status: Policy['status'];
  readonly instants: readonly { readonly at: string; readonly precision: string; readonly stops: string }[];
  readonly closedDays: number | null;
  readonly page: string;
  readonly lastChecked: string;
  /** Nobody has looked for more than 90 days: it may have changed. */
  readonly mayHaveChanged: boolean;
}

export interface WindowFacts {
  readonly policies: readonly Policy[];
  readonly language: Language;
  readonly now: Date;
  readonly definitionsDate: string | null;
  readonly ownPlan: OwnPlanToday | null;
}

export function windowToday({ policies, language, now, definitionsDate, ownPlan }: WindowFacts): Window {
  const known = policies
    .filter(({ fact }) => fact.confidence !== 'unverified')
    .map((policy) => policyToday(policy, language, now))
    .sort((a, b) => Number(b.id === governingPolicyId) - Number(a.id === governingPolicyId));
  return {
    schemaVersion: 1,
    today: now.toISOString(),
    policies: known,
    closedDays: known.find(({ id }) => id === governingPolicyId)?.closedDays ?? null,
    computer: { definitionsDate, ageDays: ageInDays(definitionsDate, now) },
    ownPlan,
  };
}

const policyToday = (policy: Policy, language: Language, now: Date): PolicyToday => ({
  id: policy.id,
  title: policy.title[language],
  binds: policy.binds[language],
  jurisdiction: policy.jurisdiction,
  status: policy.status,
  instants: policy.instants.map(({ at, precision, stops }) => ({ at, precision, stops: stops[language] })),
  closedDays: policy.closesAt === null ? null : closedDays(policy.closesAt, policy.zone, now),
  page: policy.page,
  lastChecked: policy.lastChecked,
  mayHaveChanged: (ageInDays(policy.lastChecked, now) ?? 0) > 90,
});
