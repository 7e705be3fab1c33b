import type { Words } from '../../core/knowledge/words';
import type { Refusal } from '../../core/session/session';

/** Why nothing was done, in one line with what to do next. */
export function refusalLine(refusal: Refusal, words: Words): string {
  switch (refusal.reason) {
    case 'plan-differs': {
      const { added, dropped, changed, computerChanged } = refusal.changes;
      const what = [
        ...(computerChanged ? [words('cli.differs.computer')] : []),
        ...(added.length > 0 ? [words('cli.differs.added', { steps: added.join(', ') })] : []),
        ...(dropped.length > 0 ? [words('cli.differs.dropped', { steps: dropped.join(', ') })] : []),
        ...(changed.length > 0 ? [words('cli.differs.changed', { steps: changed.join(', ') })] : []),
      ];
      return [words('reasons.plan-differs'), ...what].join(' ');
    }
    case 'blocked':
      return [
        words('reasons.blocked'),
        ...refusal.blockers.map(({ id, says, nextStep }) => `[${id}] ${says} ${nextStep}`),
      ].join(' ');
    case 'somebody-else':
      return words('reasons.somebody-else', { holder: refusal.heldBy });
    case 'cannot-act':
      return words(`reasons.${refusal.because}`);
    case 'record-not-written':
      return words('reasons.record-not-written', { run: refusal.run, code: refusal.because });
    case 'no-such-item':
      return words('reasons.no-such-item', { item: refusal.item });
    case 'kept-unreadable':
      return words('reasons.kept-unreadable', { detail: refusal.because });
    case 'no-such-run':
    case 'journal-edited':
    case 'journal-unreadable':
    case 'run-ended':
    case 'computer-changed':
    case 'needs-elevation':
    case 'nothing-to-do':
      return words(`reasons.${refusal.reason}`);
  }
}
