import { Command } from 'commander';
import { listSimulated } from '../../platform/session-tools';
import { exitCodes, type ExitCode } from '../exit-codes';
import { give, wordsHere, type CommonOptions, type Terminal } from '../frame';
import { table } from '../print/table';

/** `demo`: lists and describes the simulated computers. */
export function demoCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('demo').description('list the simulated computers').action((options: CommonOptions) => {
    const words = wordsHere(options.lang);
    const computers = listSimulated().map(({ name, title, story }) => ({
      source: `sim:${name}`,
      title: title[options.lang],
      story: story[options.lang],
    }));
    give(
      { schemaVersion: 1, computers },
      () =>
        `${table(
          [words('cli.demo.source'), words('cli.demo.computer')],
          computers.map(({ source, title, story }) => [source, `${title}. ${story}`]),
          terminal.columns,
        )}\n${words('cli.demo.try')}\n`,
      options,
      terminal,
    );
    end(exitCodes.done);
  });
}
