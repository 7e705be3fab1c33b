import { beforeAll, describe, expect, it } from 'vitest';
import { comparePlans } from '../../../../src/main/core/planning/compare-plans';
import { Plan } from '../../../../src/main/core/planning/plan';
import { shippedKnowledge } from '../../../support/knowledge';
import { idsOf, inLanguage, planFor, scanned, type Scanned } from './scanned';

let home: Scanned;
let office: Scanned;
let server: Scanned;
let successor: Scanned;

beforeAll(async () => {
  [home, office, server, successor] = await Promise.all([
    scanned('home-windows-plus'),
    scanned('office-managed'),
    scanned('linux-server'),
    scanned('after-ultraav'),
  ]);
});

describe('a plan', () => {
  it('goes on Windows from saving over a way back to removals, filters, restart and checks', () => {
    const ids = idsOf(planFor(home));

    expect(ids.filter((id) => !id.startsWith('prepare:'))).toEqual([
      'restore-point',
      'note-filters',
      'remove:kaspersky-vpn',
      'remove:kaspersky-home',
      'check-filters',
      'restart',
      'check-gone',
      'check-protected',
    ]);
    expect(ids.findLastIndex((id) => id.startsWith('prepare:'))).toBe(ids.indexOf('prepare:rescue'));
    expect(ids.indexOf('prepare:rescue')).toBeLessThan(ids.indexOf('restore-point'));
  });

  it('takes the management agent out last, on both systems', () => {
    const removals = [office, server].map((computer) =>
      idsOf(planFor(computer)).filter((id) => id.startsWith('remove:')),
    );

    expect(removals).toEqual([
      ['remove:kes-windows', 'remove:network-agent-windows'],
      ['remove:kesl-gui', 'remove:kesl', 'remove:network-agent-linux'],
    ]);
  });

  it('asks no server for a restore point, which Windows does not keep there, and Linux for no restart', () => {
    const asServer = { ...home, scan: { ...home.scan, machine: { ...home.scan.machine, role: 'server' as const } } };

    expect(idsOf(planFor(asServer))).not.toContain('restore-point');
    expect(idsOf(planFor(server)).filter((id) => /restart|filters|rescue/.test(id))).toEqual([]);
  });

  it('is of its own schema, with every step told and an elevated step showing exactly what runs', () => {
    for (const computer of [home, office, server, successor]) {
      const plan = planFor(computer, { also: ['ultraav', 'ultravpn'] });

      expect(Plan.safeParse(plan).error).toBeUndefined();
      expect(
        plan.steps.filter(({ title, why }) => [title, why].some((text) => text === '' || /^[\w-]+\./.test(text))),
      ).toEqual([]);
      expect(
        plan.steps.filter(
          ({ elevated, shows, action }) => elevated !== (action !== null) || (elevated && shows === ''),
        ),
      ).toEqual([]);
    }
  });

  it('plans for nothing that is only possible', () => {
    const doubted = {
      ...home,
      scan: { ...home.scan, detections: home.scan.detections.map((d) => ({ ...d, confidence: 'possible' as const })) },
    };

    expect(planFor(doubted).steps).toEqual([]);
  });
});

describe('what the person chose', () => {
  it('keeps settings where the package manager can, and says nothing about saving them', () => {
    const plan = planFor(server, { keep: ['settings'] });

    expect(plan.steps.flatMap(({ action }) => (action?.verb === 'remove-packages' ? [action.purge] : []))).toEqual([
      false,
      false,
      false,
    ]);
    expect(idsOf(plan)).not.toContain('prepare:settings');
    expect(idsOf(planFor(server))).toContain('prepare:settings');
  });

  it('leaves out what is skipped and what is settled', () => {
    const plan = planFor(office, { skip: ['prepare:licence-note'], settled: ['managed-by-console'] });

    expect(idsOf(plan)).toEqual(idsOf(planFor(office)).filter((id) => id !== 'prepare:licence-note'));
    expect(plan.blockers.map(({ id }) => id)).not.toContain('managed-by-console');
    expect(planFor(office).blockers.map(({ id }) => id)).toContain('managed-by-console');
  });

  it('takes out what came in the place of Kaspersky only when it is named', () => {
    expect(planFor(successor).steps).toEqual([]);
    expect(idsOf(planFor(successor, { also: ['ultraav'] })).filter((id) => id.startsWith('remove:'))).toEqual([
      'remove:ultraav',
    ]);
    expect(idsOf(planFor(home, { also: ['ultraav'] }))).toEqual(idsOf(planFor(home)));
  });
});

describe('the digest', () => {
  it('is the same in another language, and only there', () => {
    const spanish = planFor(inLanguage(home, 'es', shippedKnowledge().messages));

    expect(spanish.digest).toBe(planFor(home).digest);
    expect(spanish.steps.map(({ title }) => title)).not.toEqual(planFor(home).steps.map(({ title }) => title));
  });

  it('is another one for every other choice and for a computer in another state', () => {
    const changed = { ...home, scan: { ...home.scan, detections: home.scan.detections.slice(1) } };
    const digests = [
      planFor(home),
      planFor(home, { skip: ['prepare:renewal'] }),
      planFor(home, { keep: ['settings'] }),
      planFor(home, { replaceWith: 'eset-home' }),
      planFor(home, { also: ['ultraav'] }),
      planFor(changed),
    ].map(({ digest }) => digest);

    expect(new Set(digests).size).toBe(digests.length);
  });

  it('differs with what is told of the difference', () => {
    const [agreed, own] = [planFor(home), planFor(home, { skip: ['prepare:renewal'] })];

    expect(comparePlans(agreed, planFor(home))).toBeNull();
    expect(comparePlans(agreed, own)).toEqual({
      added: [],
      dropped: ['prepare:renewal'],
      changed: [],
      computerChanged: false,
    });
  });
});

describe('what stays and what goes along', () => {
  it('is told once, from the recipes of what is removed', () => {
    const { keeps = [], drops = [], notTouched } = planFor(home);

    expect(keeps.join(' ')).toMatch(/licence data/i);
    expect(drops.join(' ')).toMatch(/backup storage/i);
    for (const texts of [keeps, drops, notTouched]) expect(new Set(texts).size).toBe(texts.length);
    expect(planFor(successor)).toMatchObject({ keeps: [], drops: [] });
  });

  it('never tells a guess as a fact', () => {
    const guessed = home.planner.knowledge.recipes.map((recipe) => ({
      ...recipe,
      keeps: (recipe.keeps ?? []).map((keep) => ({
        ...keep,
        fact: { ...keep.fact, confidence: 'unverified' as const },
      })),
    }));
    const planner = { ...home.planner, knowledge: { ...home.planner.knowledge, recipes: guessed } };

    expect(planFor({ ...home, planner }).keeps).toEqual([]);
  });
});
