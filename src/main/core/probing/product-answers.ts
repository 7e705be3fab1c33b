import { ok } from '../machine/answer';
import type { ProductCommand } from '../machine/product-commands';
import type { Finding } from './finding';
import { readSuiteAnswer } from './read-suite-answer';
import { readAgentAnswer } from './read-agent-answer';
import type { Ask, Probe } from './probe';

/**
 * What the products say of themselves: name, version, licence, age of definitions, who manages them. Each command has the
 * probe's time limit; one that hangs costs its own answer and nothing else.
 */
export const productAnswersProbe: Probe = {
  id: 'product-answers',
  platforms: ['linux'],
  required: false,
  limitMs: 12_000,
  async run(ask, signatures) {
    const asked = signatures.flatMap((signature) => [
      ...[signature.commands?.appInfo, signature.commands?.licence].flatMap((command) =>
        command === undefined ? [] : [suiteFinding(signature.id, command, ask)],
      ),
      ...(signature.commands?.agent === undefined ? [] : [agentFinding(signature.id, signature.commands.agent, ask)]),
    ]);
    const results = await Promise.all(asked);
    const findings = results.flatMap((result) => ('finding' in result ? [result.finding] : []));
    const hung = results.find((result) => 'status' in result && result.status === 'timed-out');
    return findings.length === 0 && hung !== undefined && 'status' in hung ? hung : ok(findings);
  },
};

type Result =
  | { readonly finding: Finding }
  | { readonly status: 'absent' | 'denied' | 'failed' | 'timed-out' | 'not-applicable'; readonly reason: string };

async function suiteFinding(product: string, command: ProductCommand, ask: Ask): Promise<Result> {
  const answer = await ask('product-command', { command });
  if (answer.status !== 'ok') return answer;
  const { exitCode, text } = answer.value;
  return { finding: finding(product, command, { exitCode, managedByCode: exitCode === 68, ...readSuiteAnswer(text) }) };
}

async function agentFinding(product: string, command: ProductCommand, ask: Ask): Promise<Result> {
  const answer = await ask('product-command', { command });
  if (answer.status !== 'ok') return answer;
  return {
    finding: finding(product, command, { exitCode: answer.value.exitCode, ...readAgentAnswer(answer.value.text) }),
  };
}

const finding = (product: string, command: string, facts: Finding['facts']): Finding => ({
  probe: 'product-answers',
  kind: 'product-answer',
  where: command,
  facts: { product, command, ...facts },
  trust: 'system',
});
