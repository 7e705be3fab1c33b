import type { Words } from './words-in';

/** A reason code in words. `detail` names the holder where the sentence has a place for it. A code without words is shown as it is. */
export function tellReason({ t, has }: Words, reason: string, detail: string | null): string {
  return has(`reasons.${reason}`)
    ? t(`reasons.${reason}`, { holder: detail ?? t('window.somebody') })
    : t('window.reason-without-words', { reason });
}
