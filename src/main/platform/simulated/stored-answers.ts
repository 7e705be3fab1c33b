import { unanswered, type Answer } from '../../core/machine/answer';
import type { Answers } from '../../core/machine/machine-file';
import { questionKey, type Given, type Gives, type Question } from '../../core/machine/questions';
import type { RegistryKey } from '../../core/machine/shapes';

/** Answers kept by question key, ready to be asked. */
export interface StoredAnswers {
  /** The kept answer; null when nothing that was kept says anything about this question. */
  find<Q extends Question>(question: Q, given: Given<Q>): Answer<Gives<Q>> | null;
}

/**
 * Looks answers up by their exact key. A registry question inside a kept deeper tree is answered from that tree, so that a part
 * never contradicts the whole it was read with.
 */
export function storedAnswers(answers: Answers): StoredAnswers {
  let trees: readonly Tree[] | null = null;
  return {
    find: (question, given) => {
      const key = questionKey(question, given);
      // The shapes were checked when the file was read; here they only get their type back.
      if (Object.hasOwn(answers, key)) return answers[key] as Answer<Gives<typeof question>>;
      if (question !== 'registry-tree') return null;
      trees ??= treesIn(answers);
      return fromTrees(trees, given as Given<'registry-tree'>) as Answer<Gives<typeof question>> | null;
    },
  };
}

interface Tree {
  readonly root: string;
  readonly view: number;
  readonly segments: readonly string[];
  readonly depth: number;
  readonly answer: Answer<readonly RegistryKey[]>;
}

const treeKey = /^registry-tree depth=(?<depth>\d+) path=(?<path>.*) root=(?<root>\w+) view=(?<view>\d+)$/s;

function treesIn(answers: Answers): readonly Tree[] {
  return Object.entries(answers).flatMap(([key, answer]) => {
    const { depth, path, root, view } = treeKey.exec(key)?.groups ?? {};
    if (depth === undefined || path === undefined || root === undefined || view === undefined) return [];
    return [
      { root, view: Number(view), segments: segmentsOf(path), depth: Number(depth), answer: answer as Tree['answer'] },
    ];
  });
}

function fromTrees(trees: readonly Tree[], given: Given<'registry-tree'>): Answer<RegistryKey[]> | null {
  const wanted = segmentsOf(given.path);
  for (const { root, view, segments, depth, answer } of trees) {
    if (root !== given.root || view !== given.view || !isWithin(wanted, segments)) continue;
    if (answer.status === 'absent') return answer;
    if (answer.status !== 'ok' || wanted.length - segments.length + given.depth > depth) continue;
    const keys = answer.value.filter(({ path }) => {
      const own = segmentsOf(path);
      return isWithin(own, wanted) && own.length - wanted.length <= given.depth;
    });
    return keys.length === 0 ? unanswered('absent', 'not there') : { status: 'ok', value: keys };
  }
  return null;
}

/** Windows compares names of keys without case. */
const segmentsOf = (path: string): readonly string[] => path.toLowerCase().split('\\');

const isWithin = (path: readonly string[], top: readonly string[]): boolean =>
  top.every((segment, at) => path[at] === segment);
