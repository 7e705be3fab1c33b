import type { Rated } from '../../core/choosing/rank-by-needs';
import type { RatedPart } from '../../core/choosing/rate-part';
import { shelfOf } from '../../core/choosing/shelf-life';
import type { Words } from '../../core/knowledge/words';
import type { Choosing } from '../../core/session/rank-for-computer';
import { table, wrap } from './table';

interface View {
  readonly now: Date;
  readonly explain: boolean;
}

/** The ranked list with what each lacks and whose it is; with `explain`, every sum. */
export function printChoosing(choosing: Choosing, words: Words, columns: number, { now, explain }: View): string {
  const { needs, lost, ranking } = choosing;
  const named = (features: readonly string[]) => features.map((name) => words(`choosing.features.${name}`)).join(', ');
  const ranks = ranking.placed.map(({ rank }) => rank);
  const place = ({ rank }: Rated): string => {
    if (rank === null) return words('choosing.not-placed');
    return ranks.filter((other) => other === rank).length > 1 ? words('choosing.tied', { rank }) : String(rank);
  };
  const lines = [
    ...lost.flatMap((one) => [
      ...(one.features.length === 0 ? [] : wrap(words('choosing.lost', { features: named(one.features) }), columns)),
      ...one.also.flatMap((text) => wrap(`- ${text}`, columns)),
      ...(one.known ? [] : wrap(words('choosing.lost-unknown', { product: one.product }), columns)),
    ]),
    table(
      ['rank', 'name', 'score', 'certainty', 'owner', 'lacks'].map((head) => words(`choosing.heads.${head}`)),
      ranking.placed.map((rated) => [
        place(rated),
        `${rated.alternative.name} [${rated.alternative.id}]`,
        rated.score === null ? words('choosing.unknown') : String(rated.score),
        `${Math.round(rated.certainty * 100)} %`,
        rated.alternative.owner ?? words('choosing.owner-unknown', { vendor: rated.alternative.vendor ?? '' }).trim(),
        named(rated.lacks),
      ]),
      columns,
      { right: [2, 3] },
    ),
    ...(explain ? ranking.placed.flatMap((rated) => explained(rated, words, columns, now)) : []),
    ...wrap(words('choosing.left-out-count', { count: ranking.leftOut.length }), columns),
    ...(explain
      ? ranking.leftOut.flatMap(({ alternative, ...reason }) =>
          wrap(
            `- ${alternative.name}: ${words(`choosing.left-out.${reason.because}`, { feature: 'feature' in reason ? named([reason.feature]) : '' })}`,
            columns,
          ),
        )
      : []),
    ...wrap(words('choosing.honest'), columns),
    ...(needs.wants.length === 0 ? wrap(words('choosing.no-wants'), columns) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function explained({ alternative, parts, score }: Rated, words: Words, columns: number, now: Date): readonly string[] {
  const known = parts.filter((part) => part.value !== null);
  const sum = known.map(({ weight, value }) => `${weight} × ${percent(value)}`).join(' + ');
  const weight = known.reduce((all, part) => all + part.weight, 0);
  return [
    `${alternative.name} [${alternative.id}]`,
    ...(score === null ? [] : wrap(`  (${sum}) / ${weight} = ${score}`, columns)),
    ...parts.flatMap((part) => partLines(part, words, columns)),
    ...alternative.tests
      .filter(({ asOf }) => shelfOf('test', asOf, now) === 'old')
      .flatMap(({ test, asOf }) => wrap(`  ! ${words('choosing.old-test', { test, date: asOf ?? '' })}`, columns)),
    ...alternative.prices
      .filter(({ asOf }) => shelfOf('price', asOf, now) !== 'good')
      .slice(0, 1)
      .flatMap(({ asOf }) =>
        wrap(`  ! ${words('choosing.old-price', { date: asOf ?? words('choosing.undated') })}`, columns),
      ),
    '',
  ];
}

const partLines = (
  { part, value, because, weight }: RatedPart & { readonly weight: number },
  words: Words,
  columns: number,
): readonly string[] => [
  `  ${words(`choosing.parts.${part}`)} × ${weight}: ${value === null ? words('choosing.unknown') : percent(value)}`,
  ...because.flatMap((one) =>
    wrap(
      `${one.says}: ${percent(one.value)} × ${Math.round(one.counts * 100) / 100} (${one.asOf ?? words('choosing.undated')}; ${one.sources.join('; ')})`,
      columns - 4,
    ).map((line) => `    ${line}`),
  ),
];

const percent = (value: number | null): string => (value === null ? '' : String(Math.round(value * 100)));
