import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { embeddedForVite } from './scripts/build/embedded-plugin.mjs';

// Targets are stated here because one output runs both in the shipped Electron and in the older one used for trying and testing.
const node = 'node20';
const chromium = 'chrome130';

export default defineConfig({
  main: {
    plugins: [embeddedForVite()],
    build: {
      target: node,
      outDir: 'dist/app/main',
      // Native and self-searching packages stay outside; everything else is bundled, so that nothing unused is shipped.
      externalizeDeps: { exclude: ['electron-store', 'zod'] },
      rollupOptions: { input: 'src/main/index.ts', output: { format: 'es', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      target: node,
      outDir: 'dist/app/preload',
      // A sandboxed preload script must be one CommonJS file: it cannot load anything beside it.
      externalizeDeps: false,
      rollupOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react()],
    build: {
      target: chromium,
      outDir: 'dist/app/renderer',
      minify: true,
      // The page's policy allows neither inline scripts nor data: addresses.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
});
