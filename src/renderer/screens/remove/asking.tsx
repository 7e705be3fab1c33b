import { Notice } from '../../components/notice';
import { WaitBar } from '../../components/wait-bar';
import { useWords } from '../../words/use-words';

/** Between the person's yes and the first step: the system may be asking for permission elsewhere on the screen. */
export function Asking({ isSimulated, isRemote }: { readonly isSimulated: boolean; readonly isRemote: boolean }) {
  const { t } = useWords();
  return (
    <Notice mark="busy" title={t('remove.asking.title')} testId="asking">
      <p>{isSimulated ? t('remove.asking.simulated') : t(isRemote ? 'remove.asking.remote' : 'remove.asking.body')}</p>
      <WaitBar label={t('remove.asking.title')} />
    </Notice>
  );
}
