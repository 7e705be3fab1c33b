import { statSync } from 'node:fs';
import { errorCode } from './answer-for-error';
import { entriesOf, textOf } from './find-units';
import { at, type LinuxTools } from './linux-tools';

export interface InitScript {
  readonly name: string;
  readonly displayName: string;
  readonly path: string;
  readonly startsBySelf: boolean;
}

/** The executable scripts in `/etc/init.d`, with what their LSB header says and whether a runlevel starts them. */
export function findInitScripts(tools: LinuxTools): readonly InitScript[] {
  const started = new Set(
    ['2', '3', '4', '5'].flatMap((level) =>
      entriesOf(tools, `/etc/rc${level}.d`).flatMap(({ name }) => /^S\d\d(.+)$/.exec(name)?.[1] ?? []),
    ),
  );
  return entriesOf(tools, '/etc/init.d').flatMap(({ name }) => {
    const path = `/etc/init.d/${name}`;
    if (!isProgramFile(tools, path)) return [];
    const says = /^#\s*Short-Description:\s*(.+)$/m.exec(textOf(tools, path) ?? '')?.[1]?.trim();
    return [{ name, displayName: says ?? name, path, startsBySelf: started.has(name) }];
  });
}

function isProgramFile(tools: LinuxTools, path: string): boolean {
  try {
    const stats = statSync(at(tools, path));
    return stats.isFile() && (stats.mode & 0o111) !== 0;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}
