/**
 * What few commands need and every start would pay for: reading a task file, starting a program, asking on a terminal. Nothing in the
 * sources says so; the bundle loads each at the first use of one of its names.
 */
const late = ['node:child_process', 'node:readline/promises', '@xmldom/xmldom'];

const NAMESPACE = 'offramp-late';

/** Puts a module of getters in place of each late module, for esbuild. */
export const lateModules = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: /^(node:|@xmldom\/)/ }, ({ path, namespace }) =>
      late.includes(path) && namespace !== NAMESPACE ? { path, namespace: NAMESPACE } : undefined,
    );
    build.onLoad({ filter: /./, namespace: NAMESPACE }, async ({ path }) => ({
      contents: gettersOf(path, await import(path)),
      loader: 'js',
      resolveDir: import.meta.dirname,
    }));
  },
};

function gettersOf(path, loaded) {
  const names = Object.keys(loaded).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default');
  const getters = names.map((name) => `get ${name}() { return real().${name}; }`);
  return `let loaded;
const real = () => (loaded ??= require(${JSON.stringify(path)}));
module.exports = { ${getters.join(', ')} };`;
}
