import type { Planner } from '../planning/planner';
import type { SessionTools } from './session';

/** What planning needs to know of this computer beyond the scan: how packages are removed here. */
export async function plannerFor(tools: SessionTools): Promise<Planner> {
  const packageTools = await tools.machine.reader.ask('package-tools', {}, 10_000);
  return {
    knowledge: tools.knowledge,
    words: tools.words,
    language: tools.language,
    digest: tools.digest,
    packageTool: packageTools.status === 'ok' ? packageTools.value.tool : null,
  };
}
