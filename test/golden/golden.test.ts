import { describe, expect, it } from 'vitest';
import { acceptGolden, compareGolden, goldenNames, orphanedFiles } from './golden';

const accepting = process.env['UPDATE_GOLDEN'] === '1';

describe('what Offramp says of each recorded computer', () => {
  it.each(goldenNames)('is for %s what was read and accepted before', async (name) => {
    const compared = await compareGolden(name);
    if (accepting) acceptGolden(compared);

    const { state, changes } = accepting ? await compareGolden(name) : compared;

    expect({ name, state, changes }, 'see test/golden/README.md').toEqual({ name, state: 'same', changes: [] });
  });

  it('belongs to a recorded computer that is still there', () => {
    expect(orphanedFiles()).toEqual([]);
  });
});
