import { embeddedValues } from './embedded-values.mjs';

const SPECIFIER = 'offramp:embedded';

/** Lets esbuild resolve `import { knowledgeText } from 'offramp:embedded'`. */
export const embeddedForEsbuild = {
  name: 'offramp-embedded',
  setup(build) {
    build.onResolve({ filter: /^offramp:embedded$/ }, () => ({ path: SPECIFIER, namespace: 'offramp' }));
    build.onLoad({ filter: /.*/, namespace: 'offramp' }, () => ({ contents: moduleText(), loader: 'js' }));
  },
};

/** The same for vite, electron-vite and vitest. */
export const embeddedForVite = () => ({
  name: 'offramp-embedded',
  enforce: 'pre',
  resolveId: (id) => (id === SPECIFIER ? `\0${SPECIFIER}` : undefined),
  load: (id) => (id === `\0${SPECIFIER}` ? moduleText() : undefined),
});

function moduleText() {
  const values = Object.entries(embeddedValues());
  return values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n');
}
