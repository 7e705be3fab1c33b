import type { Knowledge, Language } from '../knowledge/knowledge';
import type { Words } from '../knowledge/words';
import type { PackageTools } from '../machine/shapes';

/** What planning needs besides a scan and the person's choices. */
export interface Planner {
  readonly knowledge: Pick<Knowledge, 'recipes' | 'alternatives'>;
  readonly words: Words;
  readonly language: Language;
  /** A collision-resistant digest of a text, as lower-case hex. */
  readonly digest: (text: string) => string;
  /** How packages are removed here; null where there are none. */
  readonly packageTool: PackageTools['tool'] | null;
}
