import type { ActionOutcome } from '../machine/actions';

/** What one exit code of an uninstaller means. `sources` name the base of facts (`M1`: Windows Installer's documented codes). */
export interface UninstallEnd {
  readonly code: number;
  readonly outcome: ActionOutcome['outcome'];
  /** A reason code with words in `assets/messages` (`reasons`): what happened and what to do next. */
  readonly reason: string | null;
  readonly sources: readonly string[];
}

const end = (
  code: number,
  outcome: ActionOutcome['outcome'],
  reason: string | null,
  ...sources: readonly string[]
): UninstallEnd => ({ code, outcome, reason, sources });

/** Windows Installer's own codes, as `msiexec` and the Msi functions give them. Seen 2026-11-23. */
export const installerEnds: readonly UninstallEnd[] = [
  end(0, 'done', null, 'M1', 'G12'),
  end(5, 'failed', 'needs-elevation', 'M1'),
  end(740, 'failed', 'needs-elevation', 'M1'),
  end(1601, 'failed', 'installer-service-off', 'M1'),
  end(1602, 'failed', 'cancelled', 'M1'),
  end(1603, 'failed', 'uninstaller-gave-up', 'M1', 'G12', 'K8'),
  end(1604, 'failed', 'uninstaller-gave-up', 'M1'),
  end(1605, 'was-not-there', null, 'M1', 'G12'),
  end(1610, 'failed', 'installer-record-damaged', 'M1'),
  end(1612, 'failed', 'package-missing', 'M1'),
  end(1614, 'was-not-there', null, 'M1'),
  end(1618, 'failed', 'another-installer', 'M1', 'G12'),
  end(1619, 'failed', 'package-unreadable', 'M1'),
  end(1620, 'failed', 'package-unreadable', 'M1'),
  end(1625, 'failed', 'forbidden-by-policy', 'M1'),
  end(1641, 'done-after-restart', null, 'M1'),
  end(3010, 'done-after-restart', null, 'M1'),
];

/** What the server products add to them (K12, one source). Codes of an installation only (wrong bitness, folder names) are left out. */
export const serverProductEnds: readonly UninstallEnd[] = [
  end(25001, 'failed', 'needs-elevation', 'K12'),
  end(27300, 'failed', 'vendor-driver-stuck', 'K12'),
  end(27301, 'failed', 'vendor-driver-stuck', 'K12'),
];

/** NSIS's own codes. Its uninstaller copies itself and returns 0 at once, so 0 says nothing: the list of programs does. */
export const nsisEnds: readonly UninstallEnd[] = [
  end(0, 'done', null, 'NSIS'),
  end(1, 'failed', 'cancelled', 'NSIS'),
  end(2, 'failed', 'uninstaller-gave-up', 'NSIS'),
  end(1223, 'failed', 'cancelled', 'M1'),
  end(1641, 'done-after-restart', null, 'M1'),
  end(3010, 'done-after-restart', null, 'M1'),
];

/** Of an MSI. A code that nobody documents is a failure that names itself. */
export const installerOutcome = (code: number): ActionOutcome =>
  outcomeIn([...installerEnds, ...serverProductEnds], code);

/** Of a vendor's own uninstaller. */
export const nsisOutcome = (code: number): ActionOutcome => outcomeIn(nsisEnds, code);

function outcomeIn(ends: readonly UninstallEnd[], code: number): ActionOutcome {
  const found = ends.find((candidate) => candidate.code === code);
  if (found === undefined) return { outcome: 'failed', reason: 'tool-failed', detail: `exit code ${code}` };
  return {
    outcome: found.outcome,
    reason: found.reason,
    detail: found.outcome === 'failed' ? `exit code ${code}` : null,
  };
}
