import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openGallery } from './open-gallery.mjs';
import { views } from './views.mjs';

/**
 * Photographs scenes in views, whole pages, as `SCENE.VIEW.png`.
 * @param {{ folder: string, wantedViews?: string[], wantedScenes?: string[], say: (line: string) => void }} wish empty lists mean all
 * @returns {Promise<{ pictures: { scene: string, view: string, file: string }[], faults: string[] }>} faults: what the page complained of, and
 * pages wider than their window
 */
export async function photograph({ folder, wantedViews = [], wantedScenes = [], say }) {
  mkdirSync(folder, { recursive: true });
  const gallery = await openGallery();
  const pictures = [];
  const faults = [];
  try {
    for (const view of Object.keys(views).filter((one) => wantedViews.length === 0 || wantedViews.includes(one))) {
      for (const scene of gallery.names.filter((one) => wantedScenes.length === 0 || wantedScenes.includes(one))) {
        await gallery.show(scene, view);
        const hidden = await gallery.hiddenWidth();
        if (hidden > 0) faults.push(`${scene} (${view}): ${hidden} px wider than the window`);
        const file = path.join(folder, `${scene}.${view}.png`);
        await gallery.page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
        pictures.push({ scene, view, file });
      }
      say(`${view}: ${gallery.names.length} scenes`);
    }
    return { pictures, faults: [...faults, ...gallery.complaints] };
  } finally {
    await gallery.close();
  }
}
