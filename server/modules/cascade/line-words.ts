import { type Part, type quotaPeriods, type Target, totalOf } from '#lib/plan-parts.ts';

/** A line as it stands in its plan, with what it hangs from. */
export interface PlacedLine {
  id: string;
  part: Part;
  text: string;
  detail: Record<string, unknown>;
  parentText: string | null;
  parentDetail: Record<string, unknown> | null;
}

const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Whom the plan names for a line: the actor of a duty, the one whom a quota or report is asked of; null where it names nobody. */
export const actorOf = (line: PlacedLine): string | null =>
  line.part === 'duty' ? words(line.parentText) : words(line.detail.actor);

/** Names of the bodies that an activity names as leading or helping. */
export const namedIn = (line: PlacedLine): string[] =>
  ['leadUnits', 'coordinatingUnits'].flatMap((key) => {
    const list = line.detail[key];
    return (Array.isArray(list) ? list : []).flatMap((u: { name?: unknown }) => words(u?.name) ?? []);
  });

/** What stands above a line where it is asked: the area's title, or the actor that is named. */
export const headingOf = (line: PlacedLine): string | null =>
  line.part === 'area' ? (line.parentDetail ? words(line.parentDetail.title) : null) : actorOf(line);

/** The line's own words; an area that has a title says it first. */
export function textOf(line: PlacedLine): string {
  if (line.part !== 'area' || line.parentDetail) return line.text;
  return [words(line.detail.title), words(line.text)].filter(Boolean).join(': ');
}

const two = (n: number): string => String(n).padStart(2, '0');

/** 'tháng 3, 4/2026; tháng 1/2027'. */
function monthWords(months: readonly string[]): string {
  const byYear = Map.groupBy([...months].sort(), (m) => m.slice(0, 4));
  return [...byYear].map(([year, of]) => `tháng ${of.map((m) => Number(m.slice(5))).join(', ')}/${year}`).join('; ');
}

const perWords: Record<(typeof quotaPeriods)[number], string> = {
  week: 'mỗi tuần',
  month: 'mỗi tháng',
  quarter: 'mỗi quý',
  semester: 'mỗi học kỳ',
  schoolYear: 'mỗi năm học',
  year: 'mỗi năm',
};

/** What is said of a target in words: also of one as it stood before. */
export type SaidTarget = Pick<Target, 'product' | 'months'>;

function targetWords(t: SaidTarget): string {
  const months = Object.keys(t.months).filter((m) => t.months[m]! > 0);
  return `${two(totalOf(t))} ${t.product}${months.length > 0 ? ` trong ${monthWords(months)}` : ''}`;
}

/** What is countable of a line, as an official would say it: '02 bài báo trong tháng 3/2026', 'ít nhất 01 bài mỗi tháng'. */
export function countWords(line: PlacedLine, targets: readonly SaidTarget[]): string | null {
  const d = line.detail;
  const product = words(d.product);
  if (line.part === 'activity')
    return (
      targets
        .filter((t) => totalOf(t) > 0)
        .map(targetWords)
        .join('; ') || null
    );
  if (line.part === 'quota' && typeof d.minCount === 'number' && product) {
    const per = perWords[d.per as (typeof quotaPeriods)[number]];
    return ['ít nhất', two(d.minCount), product, per].filter(Boolean).join(' ');
  }
  if (line.part === 'deliverable' && product)
    return [typeof d.count === 'number' ? two(d.count) : null, product, words(d.due)].filter(Boolean).join(' ');
  if (line.part === 'reporting') return perWords[d.per as (typeof quotaPeriods)[number]] ?? words(d.due);
  return null;
}
