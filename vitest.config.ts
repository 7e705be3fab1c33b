import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { embeddedForVite } from './scripts/build/embedded-plugin.mjs';

const plugins = [embeddedForVite()];
const buildFirst = './scripts/testing/build-first.mjs';
const setupFiles = ['./test/support/seeded.ts'];

/** Tests that change the machine they run on: never two files at once. */
const oneAfterAnother = { fileParallelism: false, maxWorkers: 1, isolate: true };

/** Tests that go through every recorded computer many times: part of `npm test`, too slow for `npm run check`. */
const overManyComputers = [
  'test/unit/core/matching/{clean-computers,clean-inventories,near-names}.test.ts',
  'test/unit/core/matching/{properties,properties-removal,properties-trust}.test.ts',
  'test/contract/json/json.test.ts',
  'test/data/patterns-are-quick.test.ts',
  'test/unit/core/matching/{evidence-properties,planted-evidence}.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          setupFiles,
          name: 'unit',
          // No test changes a module, so files can share the ones that are loaded: half of the time is loading.
          isolate: false,
          include: ['test/{unit,data,contract,golden}/**/*.test.{ts,tsx}'],
          exclude: ['test/unit/renderer/**', ...overManyComputers],
        },
      },
      { plugins, test: { setupFiles, name: 'many-computers', include: overManyComputers, testTimeout: 60_000 } },
      {
        plugins: [...plugins, react()],
        test: {
          setupFiles,
          name: 'unit-renderer',
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        plugins,
        test: {
          setupFiles,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: buildFirst,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins,
        test: {
          setupFiles,
          name: 'lab-linux',
          include: ['test/lab/linux/**/*.test.ts'],
          globalSetup: buildFirst,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          ...oneAfterAnother,
        },
      },
      {
        plugins,
        test: {
          setupFiles,
          name: 'lab-wine',
          include: ['test/lab/wine/**/*.test.ts'],
          globalSetup: [buildFirst, './test/lab/wine/prepare.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          // Each file has a Windows of its own, and most of its time is waiting for it.
          maxWorkers: 2,
        },
      },
      {
        test: {
          setupFiles,
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          ...oneAfterAnother,
        },
      },
    ],
  },
});
