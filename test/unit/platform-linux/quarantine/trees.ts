import { chmodSync, chownSync, linkSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** A tree as a plain value: names are unique within a folder because they carry their place. */
export type Tree =
  | {
      readonly kind: 'file';
      readonly holds: string;
      readonly mode: number;
      readonly owner: number;
      readonly time: number;
    }
  | { readonly kind: 'link'; readonly to: string }
  | { readonly kind: 'twin' }
  | {
      readonly kind: 'folder';
      readonly mode: number;
      readonly owner: number;
      readonly time: number;
      readonly entries: readonly { readonly name: string; readonly tree: Tree }[];
    };

const name = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9_ -][a-zA-Z0-9._ -]{0,19}$/),
  fc.constantFrom('ünïcödé', 'with\nnewline', 'quote\'"', '-rf', '*', '…', 'x'.repeat(200)),
);
const mode = fc.constantFrom(0o400, 0o600, 0o644, 0o755, 0o700, 0o4755, 0o2755, 0o1777, 0o000);
const time = fc.integer({ min: 1, max: 2_000_000_000 });
const owner = fc.constantFrom(0, 0, 0, 1, 65_534);

/** Trees with files, links (dangling and leading out too), hard links, odd names, modes, owners and times. */
export const trees = fc.letrec<{ tree: Tree; folder: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('file' as const), holds: fc.string({ maxLength: 60 }), mode, owner, time }),
    fc.record({
      kind: fc.constant('link' as const),
      to: fc.constantFrom('nowhere', '/etc/passwd', '../..', '.', 'a/b', '/proc/self/root'),
    }),
    fc.record({ kind: fc.constant('twin' as const) }),
    tie('folder'),
  ),
  folder: fc.record({
    kind: fc.constant('folder' as const),
    mode: fc.constantFrom(0o755, 0o700, 0o2755, 0o1777),
    owner,
    time,
    entries: fc
      .array(fc.record({ name, tree: tie('tree') }), { maxLength: 5 })
      .map((entries) => entries.filter((entry, at) => at === entries.findIndex((other) => other.name === entry.name))),
  }),
}));

/** Makes a tree on the disk. Owners are set only where that may be done. */
export function plant(path: string, tree: Tree, isRoot = process.geteuid?.() === 0): void {
  switch (tree.kind) {
    case 'file':
      writeFileSync(path, tree.holds);
      return settle(path, tree, isRoot);
    case 'link':
      return symlinkSync(tree.to, path);
    case 'twin':
      writeFileSync(path, 'one file, two names');
      return linkSync(
        path,
        `${path.slice(0, path.lastIndexOf('/') + 1)}.twin-${path.length}-${path.split('/').length}`,
      );
    case 'folder':
      mkdirSync(path, { recursive: true });
      tree.entries.forEach((entry) => {
        try {
          plant(join(path, entry.name), entry.tree, isRoot);
        } catch (error) {
          // Two twins of one folder may want the same second name.
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        }
      });
      return settle(path, tree, isRoot);
  }
}

function settle(path: string, { mode: bits, owner: user, time: at }: Extract<Tree, { mode: number }>, isRoot: boolean) {
  if (isRoot) chownSync(path, user, user);
  chmodSync(path, isRoot ? bits : bits | 0o700);
  utimesSync(path, at, at);
}
