/**
 * The flow of `src/main/core`, readable as data: a folder may import itself and what stands before it. `session` strings all of
 * them together; outside, the window and the command line call it and nothing deeper.
 */
const flow = ['machine', 'knowledge', 'countdown', 'probing', 'matching', 'choosing', 'planning', 'execution', 'verification', 'reporting', 'session'];

const laterStages = flow.slice(0, -1).map((stage, at) => ({
  name: `core-${stage}-imports-no-later-stage`,
  severity: 'error',
  comment: `core/${stage} may import only: ${flow.slice(0, at + 1).join(', ')}.`,
  from: { path: `^src/main/core/${stage}/` },
  to: { path: `^src/main/core/(${flow.slice(at + 1).join('|')})/` },
}));

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    ...laterStages,
    forbid('no-cycles', 'A circle of imports has no first stage.', {}, { circular: true }),
    forbid('core-is-pure', 'core is plain TypeScript, zod and i18next: no Node, no Electron, no DOM.', { path: '^src/main/core/' }, {
      pathNot: ['^src/main/core/', '(^|/)node_modules/(zod|i18next)/'],
    }),
    forbid('platforms-are-strangers', 'A platform never imports its sibling.', { path: '^src/main/platform/(windows|macos|linux|simulated)/' }, {
      path: '^src/main/platform/(windows|macos|linux|simulated)/',
      pathNot: '^src/main/platform/$1/',
    }),
    forbid('browsers-serve-every-platform', 'platform/browsers reads files for the platforms: core/machine and Node alone.', { path: '^src/main/platform/browsers/' }, {
      path: '^src/|(^|/)node_modules/',
      pathNot: ['^src/main/platform/browsers/', '^src/main/core/machine/'],
    }),
    forbid('only-platforms-read-browsers', 'platform/browsers is for the platforms; everybody else asks a MachineReader.', { path: '^src/', pathNot: '^src/main/platform/(windows|macos|linux|browsers)/' }, {
      path: '^src/main/platform/browsers/',
    }),
    forbid('platform-below-app', 'platform knows no window, no command line, no page.', { path: '^src/main/platform/' }, { path: '^src/(main/(app|cli)|preload|renderer)/' }),
    forbid('no-electron-outside-app', 'Only app and preload know Electron.', { pathNot: ['^src/main/(app/|index)', '^src/preload/index', '^(test|scripts)/'] }, { path: '(^|/)node_modules/electron/|^electron$' }),
    forbid('cli-is-not-the-window', 'The command line never imports the window.', { path: '^src/main/cli/' }, { path: '^src/(main/app|preload|renderer)/' }),
    forbid('renderer-takes-types-only', 'The page takes types from the main side, and values only through the bridge.', { path: '^src/renderer/' }, {
      path: '^src/(main|preload)/',
      dependencyTypesNot: ['type-only'],
    }),
    forbid('bridge-is-the-only-door', 'Only the bridge touches the exposed API contract as a value.', { path: '^src/renderer/', pathNot: '^src/renderer/bridge/' }, {
      path: '^src/preload/',
      dependencyTypesNot: ['type-only'],
    }),
    forbid('contract-knows-core-only', 'The contract is shapes: core and zod.', { path: '^src/preload/contract/' }, { pathNot: ['^src/preload/contract/', '^src/main/core/', '(^|/)node_modules/zod/'] }),
    forbid('program-never-imports-tests', 'Tests import the program, never the other way round.', { path: '^src/' }, { path: '^(test|scripts)/' }),
    forbid('nothing-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^offramp:embedded$' }),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
