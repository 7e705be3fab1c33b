import type { Knowledge } from '../knowledge';

/** What the schema of one file cannot see. Gives sentences that say what is wrong and where; none means all is well. */
export type Rule = (knowledge: Knowledge) => readonly string[];
