// Loaded into an Electron program before its own code (`electron -r`): writes down the moment at which the first window is usable,
// that is, when `body[data-ready="true"]` has been drawn. Milliseconds since 1970, comparable across processes.
const fs = require('node:fs');
const { app } = require('electron');

const file = process.env.OFFRAMP_BENCH_NOTE;
const drawn = `new Promise((resolve) => {
  const ready = () => document.body.dataset.ready === 'true';
  const afterDrawing = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
  if (ready()) return afterDrawing();
  new MutationObserver((_, observer) => {
    if (!ready()) return;
    observer.disconnect();
    afterDrawing();
  }).observe(document.body, { attributes: true, attributeFilter: ['data-ready'] });
})`;

app.once('web-contents-created', (_, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(drawn).then(() => {
      fs.writeFileSync(`${file}.new`, String(Date.now()));
      fs.renameSync(`${file}.new`, file);
    });
  });
});
