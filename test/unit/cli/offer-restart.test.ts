import { describe, expect, it } from 'vitest';
import { offerRestart, type RestartOffer } from '../../../src/main/cli/offer-restart';

function offered(changes: Partial<RestartOffer>, answer = 'no') {
  const asked: string[] = [];
  let restarts = 0;
  const line = offerRestart({
    when: 'ask',
    isThisComputer: true,
    ask: async (question) => (asked.push(question), answer),
    restart: async () => ((restarts += 1), { ok: true }),
    words: (key) => (key === 'cli.agree-answers' ? 'yes y' : key),
    ...changes,
  });
  return line.then((told) => ({ told, asked: asked.length, restarts }));
}

describe('a restart', () => {
  it('begins at once only when that was asked for', async () => {
    expect(await offered({ when: 'now' })).toEqual({ told: 'cli.restart.begins', asked: 0, restarts: 1 });
    expect(await offered({ when: 'never' })).toEqual({ told: null, asked: 0, restarts: 0 });
  });

  it('begins after a plain yes, and after nothing else', async () => {
    expect(await offered({}, ' Yes ')).toEqual({ told: 'cli.restart.begins', asked: 1, restarts: 1 });
    for (const answer of ['', 'no', 'yes please', 'y e s'])
      expect(await offered({}, answer)).toEqual({ told: null, asked: 1, restarts: 0 });
  });

  it('is never begun where nobody can be asked, or for a computer in memory', async () => {
    expect(await offered({ ask: null })).toEqual({ told: null, asked: 0, restarts: 0 });
    expect(await offered({ when: 'now', isThisComputer: false })).toEqual({ told: null, asked: 0, restarts: 0 });
  });

  it('that does not begin is told', async () => {
    const failing = { when: 'now' as const, restart: async () => ({ ok: false as const, detail: 'denied' }) };
    expect(await offered(failing)).toMatchObject({ told: 'cli.restart.failed' });
  });
});
