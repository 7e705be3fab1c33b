import { spawn } from 'node:child_process';

/** Runs `work` with the name of a display that nobody sees (`:99`), and ends the display whatever happens. */
export async function withHiddenDisplay(work) {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => server.kill('SIGTERM');
  process.once('exit', stop);
  try {
    return await work(`:${await numberFrom(server)}`);
  } finally {
    process.off('exit', stop);
    stop();
  }
}

function numberFrom(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.once('error', (error) => reject(new Error(`Xvfb does not start: ${error.message}`)));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
}
