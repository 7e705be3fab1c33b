import type { Computers } from '../journey/computers';
import { ExpectedFailure, type Handlers } from './handlers';

export const answerComputers = (computers: Computers): Pick<Handlers, 'computers:list' | 'computers:choose'> => ({
  'computers:list': () => ({ chosen: computers.current().id, computers: computers.list() }),
  'computers:choose': ({ id }) => {
    const chosen = computers.choose(id);
    if (!chosen.ok) throw new ExpectedFailure(chosen.reason);
    return { chosen: id };
  },
});
