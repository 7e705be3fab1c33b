import type { Journey } from '../journey/open-journey';
import type { Handlers } from './handlers';

export const answerRuns = (journey: () => Journey): Pick<Handlers, 'run:start' | 'run:resume' | 'runs:list'> => ({
  'run:start': ({ digest }) => journey().start(digest),
  'run:resume': ({ run }) => journey().resume(run),
  'runs:list': () => journey().runs(),
});
