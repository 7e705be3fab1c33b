import type { RunState } from '../execution/read-journal';

/** The products whose removal ended well in a run, by its own record. */
export const removedBy = ({ started, outcomes }: RunState): readonly string[] =>
  started.plan.steps.flatMap(({ id, product, verb }) => {
    const outcome = outcomes.get(id)?.outcome;
    const removes = verb === 'remove-packages' || verb === 'uninstall-msi' || verb === 'run-uninstaller';
    return product !== null && removes && (outcome === 'done' || outcome === 'done-after-restart') ? [product] : [];
  });
