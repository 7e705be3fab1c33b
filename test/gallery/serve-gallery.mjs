import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { inRoot } from '../../scripts/setup/paths.mjs';

const root = inRoot('src/renderer');
const outDir = inRoot('.cache/gallery');

/**
 * Builds the gallery as the window is built, and serves it on this computer only.
 * @param {{ port?: number }} [wish] 0, the default, takes any free port
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>} the address of the list of scenes
 */
export async function serveGallery({ port = 0 } = {}) {
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: path.join(root, 'gallery.html') },
    },
  });
  const { httpServer } = await preview({
    configFile: false,
    root,
    build: { outDir },
    preview: { port, host: '127.0.0.1' },
    logLevel: 'error',
  });
  return {
    address: `http://127.0.0.1:${httpServer.address().port}/gallery.html`,
    stop: () => new Promise((resolve) => httpServer.close(resolve)),
  };
}
