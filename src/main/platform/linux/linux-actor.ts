import type { Action, ActionOutcome } from '../../core/machine/actions';
import { commandFor } from '../../core/machine/command-for';
import type { ActingSurroundings, MachineActor } from '../../core/machine/machine';
import { findProgram } from './find-program';
import { finishInterruptedDpkg, isInterrupted } from './finish-interrupted-dpkg';
import { finishPurge } from './finish-purge';
import type { LinuxTools } from './linux-tools';
import { linuxQuarantine } from './quarantine/linux-quarantine';
import { lastWords, removalFailure, type RemovalFailure } from './removal-failure';
import { removablePackages } from './removable-packages';
import { wouldRemoveMore } from './would-remove-more';

type Removal = Extract<Action, { verb: 'remove-packages' }>;

/** Removes packages with the computer's own package tools. Needs root, asks nothing, and never ends a tool that takes long. */
export function linuxActor(tools: LinuxTools, quarantineFolder: string): MachineActor {
  const quarantine = linuxQuarantine(tools, quarantineFolder);
  return {
    act: async (action, surroundings) => {
      switch (action.verb) {
        case 'remove-packages':
          return removePackages(tools, action, surroundings);
        case 'uninstall-msi':
        case 'run-uninstaller':
        case 'make-restore-point':
          return failed('tool-failed', `Linux has no ${action.verb}`);
        case 'quarantine':
          return quarantine.quarantine(action, surroundings.run);
        case 'put-back':
          return quarantine.putBack(action);
      }
    },
    keeps: async (run) => quarantine.keeps(run),
  };
}

async function removePackages(
  tools: LinuxTools,
  agreed: Removal,
  surroundings: ActingSurroundings,
): Promise<ActionOutcome> {
  if (tools.effectiveUserId !== 0) return failed('needs-elevation', null);
  const removable = await removablePackages(tools, agreed);
  if (removable.status !== 'ok') return failed('tool-failed', `the package database: ${removable.reason}`);
  if (removable.value.length === 0) return { outcome: 'was-not-there', reason: null, detail: null };
  // apt refuses the whole command for one name it does not know, so only what is there is named.
  const action: Removal = { ...agreed, packages: removable.value };
  const command = commandFor(action);
  const program = findProgram(tools, command.program);
  if (program === null) return failed('tool-failed', `${command.program} is not on this computer`);

  await finishInterruptedDpkg(tools, action, surroundings);
  const more = await wouldRemoveMore(tools, action, agreed.packages);
  if (more.kind === 'more') return failed('would-remove-more', more.names.join(', '));
  if (more.kind === 'unknown') return failed(removalFailure(more.said), more.detail);

  const run = () => tools.runTool({ ...command, program, ...surroundings });
  let result = await run();
  if (result.kind === 'ended' && result.exitCode !== 0 && isInterrupted(result.said)) {
    await finishInterruptedDpkg(tools, action, surroundings, 'certainly');
    result = await run();
  }
  if (result.kind === 'ended') result = (await finishPurge(tools, action, surroundings)) ?? result;
  if (result.kind === 'not-started')
    return failed(result.code === 'ENOSPC' ? 'disk-full' : 'tool-failed', result.detail);
  if (result.exitCode === 0) return { outcome: 'done', reason: null, detail: null };
  return failed(removalFailure(result.said), lastWords(result.said) ?? `ended with ${result.exitCode}`);
}

const failed = (reason: RemovalFailure, detail: string | null): ActionOutcome => ({
  outcome: 'failed',
  reason,
  detail: detail === null ? null : detail.slice(0, 300),
});
