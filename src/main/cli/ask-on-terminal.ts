import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A question and its answer on a terminal. */
export type Ask = (question: string) => Promise<string>;

export function askOn(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Ask {
  return async (question) => {
    const lines = createInterface({ input, output });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}

/** The same for what nobody may read over a shoulder: what is typed is not shown, and no history keeps it. */
export function askSecretOn(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Ask {
  return async (question) => {
    output.write(question);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
    try {
      return await lines.question('');
    } finally {
      lines.close();
      output.write('\n');
    }
  };
}
