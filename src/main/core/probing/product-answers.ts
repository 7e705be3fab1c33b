import { ok } from '../machine/answer';
import { productCommands, type ProductCommand } from '../machine/product-commands';
import type { Finding } from './finding';
import { readAgentAnswer } from './read-agent-answer';
import { readKav4fsAnswer } from './read-kav4fs-answer';
import { readSuiteAnswer } from './read-suite-answer';
import { readWindowsAnswer } from './read-windows-answer';
import type { Ask, Probe } from './probe';

/**
 * What the products say of themselves: name, version, licence, age of definitions, who manages them. Each command has the
 * probe's time limit; one that hangs costs its own answer and nothing else.
 */
export const productAnswersProbe: Probe = {
  id: 'product-answers',
  platforms: ['linux', 'windows'],
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
  const read = readerFor(command);
  const hasReturnCodes = read === readSuiteAnswer;
  return {
    finding: finding(product, command, {
      exitCode,
      managedByCode: hasReturnCodes && exitCode === returnCodes.managed,
      edition: hasReturnCodes && exitCode === returnCodes.lightAgent ? 'Light Agent' : null,
      ...read(text),
    }),
  };
}

function readerFor(command: ProductCommand): (text: string) => Finding['facts'] {
  if (command.startsWith('kav4fs-')) return readKav4fsAnswer;
  return 'below' in productCommands[command] ? readWindowsAnswer : readSuiteAnswer;
}

/** Of the KESL family (K-RC-12.1, K-RC-12.2, K-LA, seen 2026-11-23). As a light agent the computer has no licence of its own, its protection server has. */
const returnCodes = { managed: 68, lightAgent: 78 };

async function agentFinding(product: string, command: ProductCommand, ask: Ask): Promise<Result> {
  const first = await ask('product-command', { command });
  // Older computers have the 32-bit agent, with its program in a folder of its own (C-COLLECT, seen 2026-11-23).
  const asked = first.status === 'absent' && command === 'klnagchk-64' ? ('klnagchk-32' as const) : command;
  const answer = asked === command ? first : await ask('product-command', { command: asked });
  if (answer.status !== 'ok') return answer;
  return {
    finding: finding(product, asked, { exitCode: answer.value.exitCode, ...readAgentAnswer(answer.value.text) }),
  };
}

const finding = (product: string, command: string, facts: Finding['facts']): Finding => ({
  probe: 'product-answers',
  kind: 'product-answer',
  where: command,
  facts: { product, command, ...facts },
  trust: 'system',
});
