import type { PlanChoices } from '../../core/planning/plan';
import type { Language } from '../../core/knowledge/knowledge';

export type CommandWords =
  { readonly ok: true; readonly words: readonly string[] } | { readonly ok: false; readonly reason: 'odd-words' };

/**
 * The words for the elevated side: the digest that was agreed to and the ids of what was chosen, nothing else. Ids travel as
 * `--option=id` and only in the plain form that ids have, so that none of them can ever be read as another option.
 */
export function applyArguments(digest: string, choices: PlanChoices, language: Language): CommandWords {
  const ids = [
    ...choices.keep,
    ...choices.skip,
    ...choices.settled,
    ...(choices.also ?? []),
    ...(choices.replaceWith === null ? [] : [choices.replaceWith]),
  ];
  if (!digestForm.test(digest) || !ids.every((id) => idForm.test(id))) return { ok: false, reason: 'odd-words' };
  return {
    ok: true,
    words: [
      'apply',
      `--agreed=${digest}`,
      ...choices.keep.map((kind) => `--keep=${kind}`),
      ...choices.skip.map((id) => `--skip=${id}`),
      ...choices.settled.map((id) => `--settled=${id}`),
      ...(choices.also ?? []).map((id) => `--also=${id}`),
      ...(choices.replaceWith === null ? [] : [`--replace-with=${choices.replaceWith}`]),
      ...common(language),
    ],
  };
}

/** The words to go on with a run; what it does is in its journal. */
export function resumeArguments(run: string, language: Language): CommandWords {
  return runForm.test(run)
    ? { ok: true, words: ['apply', `--resume=${run}`, ...common(language)] }
    : { ok: false, reason: 'odd-words' };
}

/** The words to put back what a run moved aside; none of the items means all of them. */
export function undoArguments(run: string, items: readonly string[] | null, language: Language): CommandWords {
  return runForm.test(run) && (items ?? []).every((item) => itemForm.test(item))
    ? { ok: true, words: ['undo', run, ...(items ?? []), ...common(language)] }
    : { ok: false, reason: 'odd-words' };
}

const common = (language: Language): readonly string[] => ['--lang', language, '--json'];

const digestForm = /^[0-9a-f]{64}$/;
const idForm = /^[a-z0-9][a-z0-9:._-]{0,119}$/i;
const itemForm = /^[a-z0-9][a-z0-9-]{0,79}$/;
const runForm = /^[0-9A-Za-z][0-9A-Za-z-]{0,79}$/;
