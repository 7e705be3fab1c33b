/** How a stand-in behaves while it is taken off; the same for every product. */
export interface RemovalOptions {
  /** `postrm` forgets the data, the logs and the unit with its link: what leftover detection must find. */
  readonly leavesBehind?: boolean;
  /** Seconds `prerm` sleeps first, so that a test can kill the removal in its middle. */
  readonly prermSleepsSeconds?: number;
  /** `prerm` gives up with 1, so that dpkg keeps the package installed. */
  readonly prermFails?: boolean;
  /** `prerm` asks a question, and gives up without the answer. */
  readonly prermAsks?: boolean;
}

/** The environment in which `cleanUp` runs dpkg: stand-ins then neither sleep nor fail. Nobody else sets this. */
export const cleaningUp = { OFFRAMP_LABORATORY_CLEANS_UP: '1' } as const;

/**
 * The `prerm` of every stand-in.
 *
 * @param always shell lines that run on every removal
 */
export function prermScript(name: string, removal: RemovalOptions, always = ''): string {
  const slow = removal.prermSleepsSeconds
    ? `  echo "${name}: stopping the application"\n  sleep ${removal.prermSleepsSeconds}\n`
    : '';
  const failing = removal.prermFails ? `  echo "${name}: the application could not be stopped" >&2\n  exit 1\n` : '';
  const asking = removal.prermAsks
    ? `  echo "${name}: really remove? [y/n]"\n  read answer || answer=\n  [ "$answer" = y ] || { echo "${name}: nobody answered" >&2; exit 1; }\n`
    : '';
  const troubles = slow + asking + failing;
  const guarded = troubles && `if [ -z "$OFFRAMP_LABORATORY_CLEANS_UP" ] && [ "$1" = remove ]; then\n${troubles}fi\n`;
  return `#!/bin/sh\nset -e\n${guarded}${always}exit 0\n`;
}

/** Tells a running systemd that units changed; says nothing where there is none, as in a container. */
export const reloadUnits = 'if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi\n';
