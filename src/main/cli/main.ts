import { restartComputer } from '../platform/restart-computer';
import { askOn, askSecretOn } from './ask-on-terminal';
import { goesThroughUac, startThroughUac } from '../platform/elevation/through-uac';
import { runCli } from './run-cli';

/** The program's start: hands the real terminal over and ends with the documented code. */
async function main(): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const words = process.argv.slice(2);
  if (goesThroughUac(words)) {
    process.exitCode = await startThroughUac(words);
    return;
  }
  const interactive = stdin.isTTY === true && stdout.isTTY === true;
  process.exitCode = await runCli(words, {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    isTerminal: stdout.isTTY === true,
    columns: stdout.columns ?? columnsAsked(process.env['COLUMNS']),
    ask: interactive ? askOn(stdin, stderr) : null,
    askSecret: interactive ? askSecretOn(stdin, stderr) : null,
    restart: () => restartComputer(),
  });
}

/** Where no terminal says how wide it is, whoever reads can: `COLUMNS=80 offramp scan | less`. */
function columnsAsked(text: string | undefined): number {
  const asked = Number(text);
  return Number.isInteger(asked) && asked >= 40 && asked <= 400 ? asked : 100;
}

// A reader that went away (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  if (!leadsNowhere(error)) throw error;
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (!leadsNowhere(error)) throw error;
});

/** Windows starts programs at sign-in without anywhere to write to. What is being done must not end for that. */
const leadsNowhere = ({ code }: NodeJS.ErrnoException): boolean => code === 'EBADF';

void main();
