import { fetchPackage } from './fetch-package.mjs';

/** The packages that programs usually read the registry with; only measured against, never shipped. Seen 2026-11-23. */
const winreg = {
  name: 'winreg',
  version: '1.2.5',
  integrity: 'sha512-uf7tHf+tw0B1y+x+mKTLHkykBgK2KMs3g+KlzmyMbLvICSHQyB/xOFjTT8qZ3oeTFyU7Bbj4FzXitGG6jvKhYw==',
};
/** Seen 2026-11-25. */
const nativeReg = {
  name: 'native-reg',
  version: '1.1.1',
  integrity: 'sha512-DmqwT6XC8MLwo8HaZey3bASf0aa/gHC7FAuKMjuf7fXa7FLXwz/khXGouKcmD1rXAfJME1XveKSM4+86wLkb1w==',
};

/** native-reg finds its library through this package; the library that it would choose here is the only one brought along. */
const libraryFinder = 'module.exports = (folder) => require(`${folder}/prebuilds/win32-x64/node.napi.node`);\n';

const inside = 'C:\\offramp-lab\\node_modules';

/**
 * Both packages, fetched once, each as the files to put into a Windows and the one to load there; or why it cannot be had.
 * @returns {Promise<{ winreg: RegistryPackage, nativeReg: RegistryPackage }>}
 * @typedef {{ ok: false, reason: string } | { ok: true, title: string, main: string, files: Record<string, string> }} RegistryPackage
 */
export async function registryPackages() {
  const [one, other] = [await fetchPackage(winreg), await fetchPackage(nativeReg)];
  return {
    winreg: placed(winreg, one, 'lib/registry.js', ['lib/registry.js']),
    nativeReg: placed(nativeReg, other, 'lib/index.js', ['lib/index.js', 'prebuilds/win32-x64/node.napi.node']),
  };
}

/** What a package needs besides itself, as place inside Windows -> text. */
export const besides = { [`${inside}\\node-gyp-build\\index.js`]: libraryFinder };

function placed({ name, version }, fetched, main, files) {
  if (!fetched.ok) return fetched;
  const place = (file) => `${inside}\\${name}\\${file.replaceAll('/', '\\')}`;
  const from = Object.fromEntries(files.map((file) => [place(file), `${fetched.folder}/${file}`]));
  return { ok: true, title: `${name} ${version}`, main: place(main), files: from };
}
