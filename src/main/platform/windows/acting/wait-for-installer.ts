import type { ActingTools } from './acting-tools';

/**
 * Waits until no other installation runs, at most as long as given. Windows Installer does one at a time; a second one would be
 * turned away. False when the other one outlasts our patience.
 */
export async function waitForInstaller(
  tools: ActingTools,
  report: (line: string) => void,
  patienceMs: number,
): Promise<boolean> {
  const until = tools.monotonicMs() + patienceMs;
  let told = false;
  while (isBusy(tools)) {
    if (tools.monotonicMs() >= until) return false;
    if (!told) report('_MSIExecute …');
    told = true;
    await tools.wait(betweenLooksMs);
  }
  return true;
}

/** Its own mutex says so. What cannot be told is tried: Windows Installer itself then has the last word (1618). */
const isBusy = ({ native }: ActingTools): boolean => native.surroundings.mutexExists('Global\\_MSIExecute') === true;

const betweenLooksMs = 2_000;
