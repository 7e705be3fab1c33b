import type { Journey } from '../journey/open-journey';
import type { Handlers } from './handlers';

export const answerRuns = (
  journey: () => Journey,
): Pick<Handlers, 'run:start' | 'run:resume' | 'run:undo' | 'runs:list'> => ({
  'run:start': ({ digest }) => journey().start(digest),
  'run:resume': ({ run }) => journey().resume(run),
  'run:undo': ({ run, items }) => journey().undo(run, items),
  'runs:list': () => journey().runs(),
});
