/**
 * What `npm run bench` measures, in order. `builds` are products of the build, `needs` wishes to set-up; `load` gives the function
 * that measures: it is handed a folder of its own, which is removed afterwards, and gives rows.
 */
export const benchParts = [
  {
    name: 'scan-linux',
    builds: ['knowledge', 'command line'],
    needs: [],
    load: async () => (await import('./scan-linux.mjs')).benchScanLinux,
  },
  {
    name: 'start',
    builds: ['knowledge', 'command line'],
    needs: [],
    load: async () => (await import('./start.mjs')).benchStart,
  },
  {
    name: 'scan-windows',
    builds: [],
    needs: ['windowsLab'],
    load: async () => (await import('./scan-windows.mjs')).benchScanWindows,
  },
  { name: 'matching', builds: [], needs: [], load: async () => (await import('./matching.mjs')).benchMatching },
  {
    name: 'window',
    builds: ['knowledge', 'command line', 'window'],
    needs: ['window', 'hiddenDisplay'],
    load: async () => (await import('./window.mjs')).benchWindow,
  },
  { name: 'bundle', builds: ['window'], needs: [], load: async () => (await import('./bundle-size.mjs')).benchBundle },
];
