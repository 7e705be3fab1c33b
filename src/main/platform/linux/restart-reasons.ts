import { existsSync } from 'node:fs';
import { textOf } from './find-units';
import { at, type LinuxTools } from './linux-tools';

/**
 * Why a restart is due: the packages that asked for one, or the flag itself where no package left its name. Debian's packages set
 * `reboot-required`, libzypp sets `reboot-needed`; dnf keeps no flag, so on its systems nothing is ever said. The folders are root's,
 * and they are empty after a restart.
 */
export function restartReasons(tools: LinuxTools): readonly string[] {
  return [
    ...new Set(
      flags.flatMap((flag) => {
        if (!existsSync(at(tools, flag))) return [];
        const packages = (textOf(tools, `${flag}.pkgs`) ?? '').split('\n').map((line) => line.trim());
        const named = packages.filter((name) => /^[a-z0-9][a-z0-9+.:-]*$/i.test(name));
        return named.length === 0 ? [flag.replace('/var/run/', '/run/')] : named;
      }),
    ),
  ];
}

/** `/var/run` leads to `/run` nearly everywhere; where it does not, the older place counts. */
const flags = ['/run/reboot-required', '/var/run/reboot-required', '/run/reboot-needed'];
