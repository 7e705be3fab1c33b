import type { Action } from './actions';
import { leftoverText } from './leftover';

/** Actions that are one command of this computer; the others are our own code. */
export type CommandAction = Extract<Action, { verb: 'remove-packages' | 'uninstall-msi' | 'run-uninstaller' }>;

/** A program and its arguments, never a shell line. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The one place where an action becomes a command: the plan shows it, the actor runs it.
 *
 * Removal commands of the package managers: C-GLPI-KESL lineage and section 2.8 of the Linux facts (`apt-get purge`, `dnf remove`
 * confirmed; `zypper` and `rpm -e` are the tools' own documented forms). MSI: G3 (wizard), G9 and G12 (quiet). Seen 2026-11-23.
 */
export function commandFor(action: CommandAction): Command {
  switch (action.verb) {
    case 'remove-packages':
      return packageCommand(action);
    case 'uninstall-msi':
      return {
        program: 'msiexec.exe',
        arguments:
          action.mode === 'wizard'
            ? ['/i', action.productCode, 'REMOVE=ALL', '/norestart']
            : ['/x', action.productCode, '/qn', '/norestart'],
        environment: {},
      };
    case 'run-uninstaller':
      return { program: action.program, arguments: action.mode === 'nsis-quiet' ? ['/S'] : [], environment: {} };
  }
}

/** An action as a person reads it in the plan: exactly what will run or be moved, without words of any language. */
export function actionText(action: Action): string {
  switch (action.verb) {
    case 'remove-packages':
    case 'uninstall-msi':
    case 'run-uninstaller':
      return commandText(commandFor(action));
    case 'make-restore-point':
      return 'Offramp';
    case 'quarantine':
      return leftoverText(action.leftover);
    case 'put-back':
      return `${action.run} ${action.item}`;
  }
}

/** The command as a person reads it in the plan. */
export function commandText(command: Command): string {
  return [command.program, ...command.arguments].join(' ');
}

function packageCommand(action: Extract<Action, { verb: 'remove-packages' }>): Command {
  const { packages, purge } = action;
  switch (action.tool) {
    case 'apt':
      return {
        program: 'apt-get',
        // Another run of apt may still be finishing: wait for it instead of failing, and never ask on a terminal that is not there.
        arguments: [
          '-o',
          'DPkg::Lock::Timeout=300',
          '-o',
          'Dpkg::Use-Pty=0',
          purge ? 'purge' : 'remove',
          '--yes',
          ...packages,
        ],
        environment: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      };
    case 'dpkg':
      return {
        program: 'dpkg',
        arguments: [purge ? '--purge' : '--remove', ...packages],
        environment: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      };
    case 'dnf':
    case 'yum':
      // Without the option they would also remove dependencies that nobody agreed to.
      return {
        program: action.tool,
        arguments: ['--setopt=clean_requirements_on_remove=False', 'remove', '-y', ...packages],
        environment: { LC_ALL: 'C.UTF-8' },
      };
    case 'zypper':
      return {
        program: 'zypper',
        arguments: ['--non-interactive', 'remove', ...packages],
        environment: { LC_ALL: 'C.UTF-8' },
      };
    case 'rpm':
      return { program: 'rpm', arguments: ['-e', ...packages], environment: { LC_ALL: 'C.UTF-8' } };
  }
}
