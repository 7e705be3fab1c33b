import { describe, expect, it } from 'vitest';
import { shippedComputers } from './shipped-computers';
import { describeConformance } from './describe-conformance';
import { lacksOfPlatform, removalOf, simulatedSubject } from './simulated-subject';

for (const computer of shippedComputers()) {
  const removable = computer.software.filter((software) => removalOf(software) !== null);

  describeConformance(`the simulated computer ${computer.name}`, async () => simulatedSubject(computer), [
    ...lacksOfPlatform(computer),
    'removable',
  ]);
  for (const software of removable)
    describeConformance(
      `${computer.name} when ${software.name} is removed`,
      async () => simulatedSubject(computer, software),
      lacksOfPlatform(computer),
    );
}

describe('the shipped computers', () => {
  it('are all tested', () => {
    expect(shippedComputers().map(({ name }) => name)).toEqual([
      'after-ultraav',
      'clean-linux',
      'clean-windows',
      'home-windows-plus',
      'linux-leftovers',
      'linux-server',
      'linux-stubborn',
      'office-managed',
      'windows-leftovers',
    ]);
  });
});
