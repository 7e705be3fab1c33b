import { lostFeatures, type Lost } from '../choosing/lost-features';
import type { NeedsToRank } from '../choosing/needs';
import { rankByNeeds, type RankingByNeeds } from '../choosing/rank-by-needs';
import { features } from '../knowledge/alternative';
import { scanMachine } from './scan-machine';
import type { SessionTools } from './session';

export type Asked = Omit<NeedsToRank, 'platform' | 'wants'>;

export interface Choosing {
  readonly needs: NeedsToRank;
  readonly lost: readonly Lost[];
  readonly ranking: RankingByNeeds;
}

/** Ranks replacements for this computer: what was found says which features are wanted, and the person says the rest. */
export async function rankForComputer(tools: SessionTools, asked: Asked): Promise<Choosing> {
  const { alternatives, parity } = tools.knowledge;
  const scan = await scanMachine(tools);
  const lost = lostFeatures(scan.detections, parity, tools.language);
  const wanted = new Set([...asked.musts, ...lost.flatMap((one) => one.features)]);
  const needs = { ...asked, platform: scan.machine.platform, wants: features.filter((name) => wanted.has(name)) };
  return { needs, lost, ranking: rankByNeeds(alternatives, needs, tools.now()) };
}
