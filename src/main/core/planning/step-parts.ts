import { actionText } from '../machine/command-for';
import type { Action } from '../machine/actions';
import type { Words } from '../knowledge/words';
import type { Step } from './plan';

/** A step that looks, waits or asks, and changes nothing itself; its words are those of its verb. */
export const plainStep = (
  verb: Extract<Step['verb'], 'restart' | 'note-filters' | 'check-filters' | 'check-gone' | 'check-protected'>,
  kind: Extract<Step['kind'], 'check' | 'restart'>,
  minutes: number,
  words: Words,
): Step => ({
  id: verb,
  kind,
  title: words(`plan.${verb}.title`),
  why: words(`plan.${verb}.why`),
  product: null,
  verb,
  elevated: false,
  undoable: true,
  minutes,
  shows: '',
  action: null,
});

/** A step that carries an action out; it needs an administrator. */
export const actionStep = (
  action: Action,
  told: Pick<Step, 'id' | 'title' | 'why' | 'product' | 'minutes'> & Partial<Pick<Step, 'undoable' | 'restart'>>,
): Step => ({
  kind: 'action',
  verb: action.verb,
  elevated: true,
  undoable: false,
  shows: actionText(action),
  action,
  ...told,
});
