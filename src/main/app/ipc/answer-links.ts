import type { Knowledge } from '../../core/knowledge/knowledge';
import { ExpectedFailure, type Handlers } from './handlers';

export interface LinkTools {
  readonly knowledge: () => Knowledge;
  /** Shows where the page leads and asks; true to go there. */
  readonly agree: (address: URL) => Promise<boolean>;
  readonly open: (address: URL) => Promise<void>;
}

/** Opens a page in the system's browser: only one that our own signed data names, only https, only after its host was shown. */
export const answerLinks = ({ knowledge, agree, open }: LinkTools): Pick<Handlers, 'link:open'> => ({
  'link:open': async ({ of, id }) => {
    const { alternatives, policies } = knowledge();
    const owner = (of === 'alternative' ? alternatives : policies).find((entry) => entry.id === id);
    if (owner === undefined) throw new ExpectedFailure('no-such-page');
    const address = new URL(owner.page);
    if (address.protocol !== 'https:' || address.username !== '' || address.password !== '')
      throw new ExpectedFailure('not-https');
    if (!(await agree(address))) return { opened: false };
    await open(address);
    return { opened: true };
  },
});
