import { Command } from 'commander';
import { ageInDays } from '../../core/countdown/closed-days';
import { faultsIn } from '../../core/knowledge/rules';
import { systemStateFolder } from '../../platform/storage/state-folders';
import { exitCodes, type ExitCode } from '../exit-codes';
import { give, openFor, type CommonOptions, type Terminal } from '../frame';
import { table } from '../print/table';

/** Data older than this is said to be old. */
const dataGetsOldDays = 180;

/** `doctor`: checks this installation: data, rights, what cannot be probed here. */
export function doctorCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('doctor')
    .description('check this installation: data, rights, what cannot be probed here')
    .action(async (options: CommonOptions) => {
      const { session, tools, words } = openFor(options, terminal);
      const [scan, privilege] = await Promise.all([session.scan(), tools.machine.reader.ask('privilege', {}, 5_000)]);
      const dataAgeDays = ageInDays(tools.knowledge.dataDate, tools.now()) ?? 0;
      const faults = faultsIn(tools.knowledge);
      const elevated = privilege.status === 'ok' && privilege.value.elevated;
      const checks = [
        { id: 'data-signed', ok: true, detail: tools.knowledge.dataVersion },
        { id: 'data-sound', ok: faults.length === 0, detail: faults[0] ?? '' },
        { id: 'data-fresh', ok: dataAgeDays <= dataGetsOldDays, detail: `${dataAgeDays}` },
        {
          id: 'rights',
          ok: elevated,
          detail: privilege.status === 'ok' && !elevated ? (privilege.value.prompt ?? '') : '',
        },
        { id: 'state-folder', ok: true, detail: systemStateFolder() },
        ...scan.probes.map(({ id, status, required, reason }) => ({
          id: `probe:${id}`,
          ok: status === 'ok' || status === 'absent' || !required,
          detail: reason ?? status,
        })),
      ];
      give(
        { schemaVersion: 1, tool: scan.tool, dataAgeDays, elevated, checks },
        () =>
          table(
            [words('cli.doctor.check'), words('cli.doctor.state'), words('cli.doctor.detail')],
            checks.map(({ id, ok, detail }) => [
              id.startsWith('probe:') ? words(`probes.${id.slice(6)}`) : words(`cli.doctor.checks.${id}`),
              words(ok ? 'cli.doctor.fine' : 'cli.doctor.look'),
              detail,
            ]),
            terminal.columns,
          ),
        options,
        terminal,
      );
      end(exitCodes.done);
    });
}
