import { ok, type Answer } from '../machine/answer';
import type { Given, Gives, Question } from '../machine/questions';
import type { Finding } from './finding';
import type { Probe } from './probe';

/** The questions that need nothing given and are answered with a list. */
type ListQuestion = { [Q in Question]: Gives<Q> extends readonly unknown[] ? Q : never }[Question] &
  Exclude<Question, 'package-files' | 'folder' | 'registry-tree'>;

interface ListProbe<Q extends ListQuestion> extends Pick<Probe, 'id' | 'platforms' | 'required' | 'limitMs'> {
  readonly question: Q;
  /** What one item of the answer is as findings; mostly one. */
  readonly findings: (item: Gives<Q>[number]) => readonly Omit<Finding, 'probe'>[];
}

/** A probe that asks one question and turns every item of the answer into findings. */
export function listProbe<Q extends ListQuestion>({ question, findings, ...probe }: ListProbe<Q>): Probe {
  return {
    ...probe,
    async run(ask) {
      const answer = (await ask(question, {} as Given<Q>)) as Answer<readonly Gives<Q>[number][]>;
      if (answer.status !== 'ok') return answer;
      return ok(answer.value.flatMap((item) => findings(item).map((finding) => ({ probe: probe.id, ...finding }))));
    },
  };
}
