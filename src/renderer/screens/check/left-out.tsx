import { useWords } from '../../words/use-words';

/** A table of more lines than this helps nobody, and a hostile computer could make it endless. */
const most = { page: 500, card: 25 };
type Place = keyof typeof most;

export const atMost = <T,>(lines: readonly T[], on: Place): readonly T[] => lines.slice(0, most[on]);

/** Says how many lines of a table are not drawn, and where they are. */
export function LeftOut({ of, on }: { readonly of: readonly unknown[]; readonly on: Place }) {
  const { t, number } = useWords();
  const count = of.length - most[on];
  if (count <= 0) return null;
  return <p>{t(on === 'page' ? 'evidence.left-out' : 'evidence.on-its-page', { count, number: number(count) })}</p>;
}
