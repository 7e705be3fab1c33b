import type { JourneyState } from './journey-state';

/** A sentence for people who listen: its key, and what fills it in. */
export interface Announcement {
  readonly key: string;
  readonly names: Readonly<Record<string, string | number>>;
}

/** What is worth saying aloud now: begins, ends and steps; never single probes or lines of output. */
export function announcement({ check, removal, proof }: JourneyState): Announcement | null {
  const say = (key: string, names: Announcement['names'] = {}): Announcement => ({ key, names });
  if (removal.phase === 'asking') return say('remove.asking.title');
  if (removal.phase === 'running') {
    const at = removal.view.steps.findIndex(({ id }) => id === removal.step?.id);
    const step = removal.view.steps[at];
    return step === undefined
      ? null
      : say('window.announce.step', { number: at + 1, of: removal.view.steps.length, title: step.title });
  }
  if (proof.phase === 'looking') return say('prove.looking.title');
  if (proof.phase === 'done') return say(`report.answer.gone.${proof.verification.gone}`);
  if (removal.phase === 'ended' && removal.view.outcome !== null) return say(`run-outcomes.${removal.view.outcome}`);
  if (check.phase === 'looking') return say('check.looking.title');
  if (check.phase === 'found') return say(`verdicts.${check.scan.verdict}`);
  return null;
}
