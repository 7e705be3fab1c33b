import fs from 'node:fs';
import path from 'node:path';
import { LinuxLab } from '../lab/linux/linux-lab';
import { answerDialogs } from './support/dialogs';
import { removeEverything, settleEverything } from './support/journey';
import { expect, test } from './support/window';

// The real thing: packages that dpkg knows, removed by the command line that the window starts.
test.describe('on this computer', () => {
  const available = LinuxLab.available();
  test.skip(!available.ok, available.ok ? '' : available.reason);
  test.setTimeout(240_000);

  let lab: LinuxLab;
  test.beforeEach(async () => {
    lab = await LinuxLab.open();
    lab.cleanUpOnExit();
  });
  test.afterEach(() => lab.close());

  test('removes an installed product through the command line, and shows the proof', async ({ start, folder }) => {
    lab.setUp({ standIn: 'kesl' }, { standIn: 'kesl-gui' });
    const { page, app } = await start();
    await expect(page.getByTestId('scan-verdict')).toHaveAttribute('data-verdict', 'present');
    await expect(page.getByTestId('product-kesl')).toBeVisible();
    await settleEverything(page);
    const { asked } = await answerDialogs(app, 0);

    await removeEverything(page);

    await expect(page.getByTestId('run-step-check-gone')).toHaveAttribute('data-state', /^(passed|not-passed)$/, {
      timeout: 120_000,
    });
    expect([lab.state('kesl'), lab.state('kesl-gui')]).toEqual(['gone', 'gone']);
    expect((await asked()).map(({ detail }) => detail)).toEqual([expect.stringContaining('kesl')]);
    await page.getByTestId('stage-prove').click();
    await expect(page.getByTestId('gone-verdict')).toHaveAttribute('data-answer', 'yes');
    expect(journalsIn(folder)).toHaveLength(1);
  });

  test('changes nothing when the question outside the page is answered with no', async ({ start, folder }) => {
    lab.setUp({ standIn: 'kesl' });
    const { page, app } = await start();
    await settleEverything(page);
    await answerDialogs(app, 1);

    await removeEverything(page);

    await expect(page.getByTestId('refusal-reason')).toBeVisible();
    expect([lab.state('kesl'), journalsIn(folder)]).toEqual(['ii', []]);
  });
});

function journalsIn(folder: string): readonly string[] {
  const runs = path.join(folder, 'state', 'runs');
  return fs.existsSync(runs) ? fs.readdirSync(runs) : [];
}
