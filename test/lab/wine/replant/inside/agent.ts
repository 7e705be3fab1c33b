import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { openNative, type WindowsNative } from '../../../../../src/main/platform/windows/native/open-native';
import type { Order, Reply } from '../orders';
import { registryText } from '../../registry-text';
import { addCertificates, keyOfCertificate } from './certificates';
import { placeFiles } from './files';
import { footprint } from './footprint';
import { loadLibraries } from './libraries';
import { runPrograms } from './programs';
import { importText, rememberKeys } from './registry';
import { scan } from './scan';
import { createServices } from './services';

/** Takes one thing away again. */
export type Undo = () => Promise<void> | void;

/** Runs inside Windows for as long as the laboratory stays connected: plants, scans, takes away. */
function main(port: number): void {
  const native = opened();
  const libraries = loadLibraries();
  const undone: Undo[] = [];
  const socket = connect(port, '127.0.0.1');

  async function carryOut(order: Order): Promise<unknown> {
    if (order.do === 'scan') return scan(order.words, order.ownedBySystem);
    if (order.do === 'footprint') return footprint(native);
    if (order.do === 'take-away') {
      for (let undo = undone.pop(); undo !== undefined; undo = undone.pop()) await undo();
      return null;
    }
    const { planting } = order;
    const remember = (undo: Undo): number => undone.push(undo);
    placeFiles(planting.folders, planting.files, remember);
    rememberKeys(native, [...planting.keys, ...planting.certificates.map(keyOfCertificate)], remember);
    await importText(registryText(planting.keys));
    addCertificates(libraries, planting.certificates);
    await createServices(native, libraries, planting.services, remember);
    await runPrograms(planting.programs, remember);
    return null;
  }

  createInterface({ input: socket }).on('line', (line) => {
    carryOut(JSON.parse(line) as Order).then(
      (value) => answer({ ok: true, value }),
      (error: unknown) =>
        answer({ ok: false, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  const answer = (reply: Reply): boolean => socket.write(`${JSON.stringify(reply)}\n`);
  socket.on('close', () => process.exit(0));
}

function opened(): WindowsNative {
  const native = openNative();
  if ('unavailable' in native) throw new Error(`${native.unavailable}: ${native.detail}`);
  return native;
}

main(Number(process.argv[2]));
