import { useEffect, useState } from 'react';
import { useWords } from '../words/use-words';

/** How long something has been going on, ticking once a second. Not announced: a clock that talks is noise. */
export function Elapsed({ since, now }: { readonly since: string; readonly now: () => Date }) {
  const { t, number } = useWords();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1_000);
    return () => clearInterval(timer);
  }, [now]);
  const seconds = Math.max(0, Math.floor((at.getTime() - new Date(since).getTime()) / 1_000));
  const names = { minutes: number(Math.floor(seconds / 60)), seconds: number(seconds % 60) };
  return <span>{seconds < 60 ? t('window.elapsed.seconds', names) : t('window.elapsed.minutes', names)}</span>;
}
