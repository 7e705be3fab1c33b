import type { ElectronApplication } from '@playwright/test';

export interface Asked {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** Answers the system's own questions, on the main side where no page could: each with the button of this number. */
export async function answerDialogs(
  app: ElectronApplication,
  button: number,
  savePath = '',
): Promise<{ readonly asked: () => Promise<readonly Asked[]> }> {
  await app.evaluate(
    ({ dialog, shell }, [response, filePath]) => {
      const seen = globalThis as unknown as { asked: Asked[]; opened: string[] };
      seen.asked = [];
      seen.opened = [];
      dialog.showMessageBox = (async (...given: unknown[]) => {
        const { message, detail, buttons } = given.at(-1) as Asked;
        seen.asked.push({ message, detail, buttons });
        return { response, checkboxChecked: false };
      }) as typeof dialog.showMessageBox;
      dialog.showSaveDialog = (async () => ({ canceled: filePath === '', filePath })) as typeof dialog.showSaveDialog;
      shell.openExternal = async (address: string) => void seen.opened.push(address);
    },
    [button, savePath] as const,
  );
  return { asked: () => app.evaluate(() => (globalThis as unknown as { asked: Asked[] }).asked) };
}

/** What was handed to the system's browser since `answerDialogs`. */
export const openedPages = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
