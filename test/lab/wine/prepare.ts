import { WineLab } from './wine-lab';

/** Before the first file: what all laboratories share, so that two files at once do not both make it. */
export async function setup(): Promise<void> {
  if (WineLab.available().ok) await WineLab.setUp();
}
