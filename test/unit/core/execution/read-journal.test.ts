import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJournal, runState } from '../../../../src/main/core/execution/read-journal';
import { noChoices } from '../../../../src/main/core/planning/plan';
import { openSession } from '../../../../src/main/core/session/open-session';
import { sha256 } from '../../../../src/main/platform/storage/digest';
import { memoryJournals, simulated, toolsFor } from '../../../support/simulated-session';

async function journalText(): Promise<string> {
  const journals = memoryJournals();
  const session = openSession(toolsFor(simulated('linux-server'), { journals }));
  await session.apply((await session.plan(noChoices)).plan, { given: 'flag' });
  return journals.texts.get('run-1') ?? '';
}

describe('a journal', () => {
  it('tells what was done, by whose consent, and how it ended', async () => {
    const read = parseJournal(await journalText(), sha256);

    if (!read.ok) throw new Error(read.reason);
    const state = runState(read.lines);
    expect(state.started.consent).toEqual({ given: 'flag' });
    expect(state.ended).toBe('done');
    expect(state.open.size).toBe(0);
    expect(state.outcomes.get('remove:kesl')).toMatchObject({ outcome: 'done' });
  });

  it('that ends in half a line ends one event earlier', async () => {
    const text = await journalText();

    const cut = parseJournal(text.slice(0, -20), sha256);

    expect(cut.ok && cut.lines.length).toBe(text.trimEnd().split('\n').length - 1);
  });

  it('is refused when any character of a whole line is another one', async () => {
    const text = await journalText();
    fc.assert(
      fc.property(fc.nat(text.length - 2), (at) => {
        const changed = text[at] === 'x' ? 'y' : 'x';
        if (text[at] === '\n') return true;
        return !parseJournal(`${text.slice(0, at)}${changed}${text.slice(at + 1)}`, sha256).ok;
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when a line is missing', async () => {
    const rows = (await journalText()).trimEnd().split('\n');

    rows.splice(3, 1);

    expect(parseJournal(`${rows.join('\n')}\n`, sha256)).toEqual({ ok: false, reason: 'journal-edited' });
  });

  it('is unreadable when it is empty', () => {
    expect(parseJournal('', sha256)).toEqual({ ok: false, reason: 'journal-unreadable' });
  });
});
