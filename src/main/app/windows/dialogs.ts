import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { Words } from '../../core/knowledge/words';
import type { Plan } from '../../core/planning/plan';
import type { KeptThing } from '../../../preload/contract/requests';

export interface Dialogs {
  /** Shows exactly what will run and asks; true to go on. */
  confirm(plan: Plan): Promise<boolean>;
  /** Shows what would be put back and where, and asks. */
  confirmUndo(things: readonly KeptThing[]): Promise<boolean>;
  mayClose(simulated: boolean): Promise<boolean>;
  agreeToOpen(address: URL): Promise<boolean>;
  askWhere(format: 'html' | 'json', day: string): Promise<string | null>;
}

/** The questions asked outside the page, where no page can answer them. The safe answer is always the one that Enter and Escape give. */
export function dialogsOf(window: () => BrowserWindow | null, words: () => Words): Dialogs {
  const ask = async (options: MessageBoxOptions & { readonly buttons: string[] }): Promise<boolean> => {
    const full: MessageBoxOptions = { type: 'question', noLink: true, defaultId: 1, cancelId: 1, ...options };
    const owner = window();
    const { response } = await (owner === null ? dialog.showMessageBox(full) : dialog.showMessageBox(owner, full));
    return response === 0;
  };
  return {
    confirm({ steps }) {
      const say = words();
      const actions = steps.filter(({ kind }) => kind === 'action');
      return ask({
        type: 'warning',
        message: say('app.confirm.message', { count: new Set(actions.map(({ product, id }) => product ?? id)).size }),
        detail: say('app.confirm.detail', {
          steps: actions.map(({ title, shows }) => `${title}\n${shows}`).join('\n\n'),
        }),
        buttons: [say('app.confirm.go'), say('app.confirm.cancel')],
      });
    },
    confirmUndo(things) {
      const say = words();
      return ask({
        message: say('app.undo.message', { count: things.length }),
        detail: say('app.undo.detail', { things: things.map(({ shows }) => shows).join('\n') }),
        buttons: [say('app.undo.go'), say('app.confirm.cancel')],
      });
    },
    mayClose(simulated) {
      const say = words();
      return ask({
        message: say('app.closing.message'),
        detail: say(simulated ? 'app.closing.detail-simulated' : 'app.closing.detail'),
        buttons: [say('app.closing.close'), say('app.closing.stay')],
      });
    },
    agreeToOpen(address) {
      const say = words();
      return ask({
        message: say('app.link.message', { host: address.host }),
        detail: say('app.link.detail', { address: address.href }),
        buttons: [say('app.link.open'), say('app.link.cancel')],
      });
    },
    async askWhere(format, day) {
      const say = words();
      const options = {
        title: say('app.save.title'),
        defaultPath: `${say('app.save.file-name', { date: day })}.${format}`,
        filters: [{ name: say(`app.save.${format}`), extensions: [format] }],
      };
      const owner = window();
      const { canceled, filePath } = await (owner === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(owner, options));
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
