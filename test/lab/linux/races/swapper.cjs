// Puts links, folders of others and mounts in place of what is being moved, as fast as it can, until the file `stop` is there; then says how often.
const { existsSync, lstatSync, renameSync, symlinkSync, unlinkSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [room, where] = process.argv.slice(2);
const stop = join(room, 'stop');
const canary = join(room, 'canary');
// The thing itself, its folder, or the folder above that.
const target = { thing: 'opt/vendor/product/left', parent: 'opt/vendor/product', above: 'opt/vendor' }[where];
const place = join(room, target);
const hidden = `${place}.hidden`;
let swaps = 0;

while (!existsSync(stop)) {
  try {
    renameSync(place, hidden);
    symlinkSync(where === 'thing' ? join(canary, 'left') : where === 'parent' ? canary : join(canary, 'above'), place);
    swaps += 1;
  } catch {}
  try {
    if (lstatSync(place).isSymbolicLink()) unlinkSync(place);
  } catch {}
  try {
    renameSync(hidden, place);
    swaps += 1;
  } catch {}
}
writeFileSync(join(room, 'swaps'), String(swaps));
