import { beforeAll, describe, expect, it } from 'vitest';
import { leftoverText } from '../../../../src/main/core/machine/leftover';
import { protectedPlace } from '../../../../src/main/core/machine/protected-places';
import { detect } from '../../../../src/main/core/matching/detect';
import type { Residue } from '../../../../src/main/core/matching/detection';
import { openSession } from '../../../../src/main/core/session/open-session';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { recordedFindings, type RecordedFindings } from '../../../fixtures/make/recorded-findings';
import { noon, simulated, toolsFor } from '../../../support/simulated-session';

let machines: readonly RecordedFindings[] = [];

beforeAll(async () => {
  machines = await recordedFindings((name) => !/2000-programs/.test(name));
}, 60_000);

const movable = ({ signatures, probes }: RecordedFindings, findings: readonly Finding[]): readonly string[] =>
  detect(signatures, findings, noon(), probes)
    .residue.filter(({ action }) => action === 'quarantine')
    .map(addressOf);

const addressOf = ({ owner, address }: Residue): string =>
  `${owner}: ${address == null ? 'nowhere' : leftoverText(address.leftover)}`;

describe('the addresses of leftovers', () => {
  it.each([
    [
      'windows-leftovers',
      [
        'kaspersky-home: C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.25',
        'kaspersky-home: HKLM (32-bit)\\SOFTWARE\\KasperskyLab\\AVP21.25',
        'kaspersky-home: certificate 0000000000000000000000000000000000005A03 (machine-root)',
        'kaspersky-home: service AVP21.25',
      ],
    ],
    [
      'linux-leftovers',
      [
        'kesl: /etc/systemd/system/kesl.service',
        'kesl: /opt/kaspersky/kesl',
        'kesl: /var/log/kaspersky/kesl',
        'network-agent-linux: /lib/systemd/system/klnagent64.service',
        'network-agent-linux: /opt/kaspersky/klnagent64',
      ],
    ],
  ])('of the simulated computer %s are of several kinds', async (name, expected) => {
    const { residue } = await openSession(toolsFor(simulated(name))).scan();

    expect(
      residue
        .filter(({ action }) => action === 'quarantine')
        .map(addressOf)
        .sort(),
    ).toEqual(expected);
  });

  it('are there with `quarantine` and a reason is there without, on every recorded computer', () => {
    const wrong = machines.flatMap((machine) =>
      detect(machine.signatures, machine.findings, noon(), machine.probes).residue.filter(
        ({ action, address, why, proof }) =>
          action === 'quarantine'
            ? address == null || why !== null || proof.length < 2
            : address !== null || why == null || proof.length === 0,
      ),
    );

    expect(wrong).toEqual([]);
    expect(machines.flatMap((machine) => movable(machine, machine.findings)).length).toBeGreaterThan(5);
  });

  it('are never in a place that nothing may reach', () => {
    const reached = machines.flatMap(({ signatures, findings, probes }) =>
      detect(signatures, findings, noon(), probes).residue.flatMap(({ address }) =>
        address == null ? [] : [{ address, reason: protectedPlace(address.leftover) }],
      ),
    );

    expect(reached.filter(({ reason }) => reason !== null)).toEqual([]);
    expect(reached.length).toBeGreaterThan(5);
  });

  it('never rest on what an ordinary user could have written, and nothing such adds one', () => {
    const added = machines.flatMap((machine) => {
      const byUser = machine.findings.map((finding) => ({ ...finding, trust: 'user' as const }));
      const once = movable(machine, machine.findings);
      const more = movable(machine, [...machine.findings, ...byUser]).filter((address) => !once.includes(address));
      return [...movable(machine, byUser), ...more].map((address) => `${machine.name} ${address}`);
    });

    expect(added).toEqual([]);
  });

  it('are lost with either of two witnesses: each alone leaves everything where it is', () => {
    const withRemains = machines.filter((machine) => movable(machine, machine.findings).length > 0);

    const alone = withRemains.flatMap((machine) => {
      const kinds = new Set(machine.findings.map(({ kind }) => kind));
      return [...kinds].flatMap((kind) =>
        movable(
          machine,
          machine.findings.filter((finding) => finding.kind === kind),
        ),
      );
    });

    expect(alone).toEqual([]);
    expect(withRemains.length).toBeGreaterThan(2);
  });
});
