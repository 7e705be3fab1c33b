import { bindElevatedStart, type StartElevated } from './elevated-start';
import { bindInstallerRemoval, type NativeInstallerRemoval } from './installer-removal';
import { loadKoffi } from './load-koffi';
import { bundleFolders, type NativeUnavailable } from './open-native';
import { bindPrivateFolder } from './private-folder';
import { bindProcessTree, type StartProcessTree } from './process-tree';
import { bindProtectedFolder, type MakeProtectedFolder } from './protected-folder';
import type { Reading } from './reading';
import { bindRegistryWriting, type NativeRegistryWriting } from './registry-writing';
import { bindSignatures, type NativeSignatures } from './signatures';
import { readSystemFolders } from './system-folders';

/** What changes this computer or starts something on it. Whoever only reads is never handed this. */
export interface ActingNative {
  readonly startTree: StartProcessTree;
  readonly startElevated: StartElevated;
  readonly installer: NativeInstallerRemoval;
  readonly signatures: NativeSignatures;
  readonly registry: NativeRegistryWriting;
  readonly makePrivateFolder: () => Reading<string>;
  readonly makeProtectedFolder: MakeProtectedFolder;
}

/** Opens it, once per process; see `openNative`. */
export function openActing(folders: readonly string[] = bundleFolders()): ActingNative | NativeUnavailable {
  const loaded = loadKoffi(folders);
  if (!loaded.ok) return { unavailable: loaded.reason, detail: loaded.detail };
  try {
    const { koffi } = loaded;
    const system = readSystemFolders(koffi);
    return {
      startTree: bindProcessTree(koffi),
      startElevated: bindElevatedStart(koffi, system),
      installer: bindInstallerRemoval(koffi, system),
      signatures: bindSignatures(koffi),
      registry: bindRegistryWriting(koffi),
      makePrivateFolder: bindPrivateFolder(koffi, system),
      makeProtectedFolder: bindProtectedFolder(koffi),
    };
  } catch (error) {
    return { unavailable: 'library-broken', detail: error instanceof Error ? error.message : String(error) };
  }
}
