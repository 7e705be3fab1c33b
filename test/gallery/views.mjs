/** The ways in which every scene is looked at: how the gallery is asked for it, the size of the page in pixels, and what the system prefers. */
export const views = {
  light: { query: '&theme=light', size: { width: 1120, height: 760 }, media: {} },
  dark: { query: '&theme=dark', size: { width: 1120, height: 760 }, media: { colorScheme: 'dark' } },
  spanish: { query: '&theme=light&lang=es', size: { width: 1120, height: 760 }, media: {} },
  small: { query: '&theme=light', size: { width: 800, height: 600 }, media: {} },
  /** What is left of a window of 1280 pixels at 400 %. */
  zoomed: { query: '&theme=light&lang=es', size: { width: 320, height: 400 }, media: {} },
  /** A language half as long again as English, where room is short. */
  stretched: { query: '&theme=light&lang=stretched', size: { width: 800, height: 600 }, media: {} },
  technician: { query: '&theme=light&dense', size: { width: 1120, height: 760 }, media: {} },
  forced: {
    query: '',
    size: { width: 1120, height: 760 },
    media: { forcedColors: 'active', colorScheme: 'dark' },
  },
};
