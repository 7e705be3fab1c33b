import type { RunView } from '../../../preload/contract/requests';
import type { Verification } from '../../../main/core/verification/verification';
import { visible } from '../../components/foreign-text';
import { tellReason } from '../../words/tell-reason';
import type { Words } from '../../words/words-in';
import { tellKind } from '../check/tell-kind';
import { tellStepState } from '../remove/tell-step-state';

/** A few plain lines for a ticket: the two verdicts, what was done, what is left, what was not checked. No names of people or computers. */
export function ticketNote(verification: Verification, run: RunView | null, words: Words): string {
  const { t, dateTime } = words;
  const { machine, tool, gone, detections, residue, notChecked, protection, scannedAt } = verification;
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `- ${visible(line)}`)];
  return [
    t('prove.note.title', { when: dateTime(scannedAt), os: visible(machine.os) }),
    ...(machine.simulated ? [t('report.simulated')] : []),
    `${t('report.gone')} ${t(`report.answer.gone.${gone}`)}`,
    `${t('report.protected')} ${t(`report.answer.protected.${verification.protected}`)}`,
    ...(run === null
      ? []
      : list(
          t('prove.note.run', { run: run.run }),
          run.steps.map(({ title, state, reason, detail, shows }) =>
            [
              `${title}:`,
              tellStepState(words, state),
              reason === null ? '' : tellReason(words, reason, detail),
              shows === '' ? '' : `[${shows}]`,
            ]
              .filter((part) => part !== '')
              .join(' '),
          ),
        )),
    ...list(
      t('report.after'),
      detections.map(({ name, version, state }) =>
        [name, version, `(${t(`states.${state}`)})`].filter((part) => part !== null).join(' '),
      ),
    ),
    ...list(
      t('report.left'),
      residue.map(({ kind, where }) => `${tellKind(kind, words)}: ${where}`),
    ),
    ...list(
      t('report.protection'),
      protection.products
        .filter(({ ghost }) => !ghost)
        .map(({ name, state }) => `${name}: ${t(`protection.${state}`)}`),
    ),
    ...list(t('report.not-checked'), notChecked),
    '',
    t('report.footer', { version: tool.version, dataDate: tool.dataDate }),
  ].join('\n');
}
