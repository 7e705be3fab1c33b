import { ok } from '../machine/answer';
import { numberIn, textIn } from './registry-values';
import type { Finding } from './finding';
import type { Probe } from './probe';

const path = 'SOFTWARE\\KasperskyLab\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState';

/** What the Network Agent publishes for other programs: who manages this computer and how old the definitions are (K1, seen 2026-11-23). */
export const windowsAgentStateProbe: Probe = {
  id: 'agent-state',
  platforms: ['windows'],
  required: false,
  limitMs: 5_000,
  async run(ask) {
    const findings: Finding[] = [];
    for (const view of [32, 64] as const) {
      const answer = await ask('registry-tree', { root: 'HKLM', view, path, depth: 0 });
      const key = answer.status === 'ok' ? answer.value[0] : undefined;
      if (key === undefined) continue;
      findings.push({
        probe: 'agent-state',
        kind: 'agent-state',
        where: `HKLM${view}\\${path}`,
        facts: {
          // A tenant of the vendor's cloud console manages as a server does (G51).
          managedBy:
            emptyIsNull(textIn(key, 'Protection_AdmServer')) ??
            (emptyIsNull(textIn(key, 'Protection_ExternalTenantId')) === null
              ? null
              : 'Kaspersky Endpoint Security Cloud'),
          hasVersion:
            (textIn(key, 'Protection_NagentVersion') ?? '') + (textIn(key, 'Protection_NagentFullVersion') ?? '') !==
            '',
          version:
            emptyIsNull(textIn(key, 'Protection_NagentFullVersion')) ??
            emptyIsNull(textIn(key, 'Protection_NagentVersion')),
          definitionsDate: agentDate(textIn(key, 'Protection_BasesDate')),
          protectionState: numberIn(key, 'Protection_RtpState'),
        },
        trust: 'system',
      });
    }
    return ok(findings);
  },
};

const emptyIsNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

/** `DD-MM-YYYY HH-MM-SS`, UTC (K1). */
function agentDate(text: string | null): string | null {
  const parts = /^(\d{2})-(\d{2})-(\d{4}) (\d{2})-(\d{2})-(\d{2})$/.exec(text ?? '');
  if (parts === null) return null;
  const read = new Date(`${parts[3]}-${parts[2]}-${parts[1]}T${parts[4]}:${parts[5]}:${parts[6]}Z`);
  return Number.isNaN(read.getTime()) ? null : read.toISOString();
}
