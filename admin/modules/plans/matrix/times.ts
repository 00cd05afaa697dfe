import { monthsName, parseDay, shortDay } from '#lib/format.ts';
import type { DetailOf } from '#lib/plan-parts.ts';

export type ActivityTime = Pick<DetailOf<'activity'>, 'quarters' | 'months' | 'deadline' | 'timeText'>;

const roman = ['', 'I', 'II', 'III', 'IV'];
const monthOf = (month: string): number => Number(month.slice(5));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** When an activity runs, as the paper words it: its own words first, else quarters or months, with the last day behind. */
export function timeWords({ timeText, quarters = [], months = [], deadline }: Partial<ActivityTime>): string {
  if (timeText) return timeText;
  const when =
    quarters.length > 0
      ? `Quý ${quarters.map((n) => roman[n]).join(', ')}`
      : months.length > 0
        ? capital(byYear(months))
        : '';
  return [when, deadline ? `trước ${shortDay(deadline)}` : ''].filter(Boolean).join(', ');
}

function byYear(months: readonly string[]): string {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years
    .map((year) => {
      const own = months.filter((month) => month.startsWith(year)).map(monthOf);
      return `tháng ${own.join(', ')}/${year}`;
    })
    .join('; ');
}

/** The quarters that some months fill exactly; none where a month belongs to no whole quarter. */
export function wholeQuarters(months: readonly string[]): number[] {
  const set = new Set(months.map(monthOf));
  const quarters = [1, 2, 3, 4].filter((q) => [2, 1, 0].every((i) => set.has(q * 3 - i)));
  return quarters.length * 3 === set.size && months.length === set.size ? quarters : [];
}

/** A time from chosen months and a last day; words that were carried over no longer hold then. */
export const timeOf = (months: readonly string[], deadline: string | null): ActivityTime => ({
  months: [...months].sort(),
  quarters: wholeQuarters(months),
  deadline,
  timeText: null,
});

const QUARTERS = /^quý\s+(.+)$/iu;
const MONTHS = /^(?:các\s+)?(?:tháng|t(?=\d))\s*(.+)$/iu;
const BEFORE = /^(?:trước|chậm nhất|hoàn thành trước|xong trước|hạn)(?:\s+ngày)?\s+(.+)$/iu;
const WHOLE = /^(?:cả năm(?: học)?|trong năm(?: học)?|hằng tháng|hàng tháng)$/iu;

/**
 * A typed time as the plan keeps it: 'Quý I, II', 'tháng 3-5', 'T9, T10/2026', 'trước 15/9/2026', 'cả năm'. What is
 * none of these stays in its own words, and the months of the activity stay as they were.
 */
export function readTime(typed: string, before: Partial<ActivityTime>, period: readonly string[]): ActivityTime {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') return timeOf([], null);
  const [first = '', ...rest] = text.split(/,\s*(?=trước|chậm nhất|hạn)/iu);
  const deadline = readDeadline(rest[0] ?? '', period) ?? null;
  const alone = rest.length === 0 ? readDeadline(first, period) : undefined;
  if (alone) return { ...timeOf(before.months ?? [], alone), quarters: before.quarters ?? [] };
  const months = readMonths(first, period);
  if (months && (rest.length === 0 || deadline)) {
    const named = QUARTERS.test(first) ? numbersOf(first.replace(QUARTERS, '$1')) : [];
    return { ...timeOf(months, deadline), quarters: named, timeText: WHOLE.test(first) ? text : null };
  }
  return {
    months: before.months ?? [],
    quarters: before.quarters ?? [],
    deadline: before.deadline ?? null,
    timeText: text,
  };
}

function readDeadline(text: string, period: readonly string[]): string | undefined {
  const day = BEFORE.exec(text.trim())?.[1];
  return day === undefined ? undefined : parseDay(day, `${period.at(-1) ?? '2000-01'}-01`);
}

function readMonths(text: string, period: readonly string[]): string[] | undefined {
  if (WHOLE.test(text)) return [...period];
  const quarters = QUARTERS.exec(text)?.[1];
  if (quarters !== undefined) {
    const wanted = numbersOf(quarters);
    return wanted.length > 0 && wanted.every((n) => n >= 1 && n <= 4)
      ? period.filter((month) => wanted.includes(Math.ceil(monthOf(month) / 3)))
      : undefined;
  }
  const listed = MONTHS.exec(text)?.[1];
  if (listed === undefined) return undefined;
  const [, names = listed, year] = /^(.*?)\s*\/\s*(\d{4})$/.exec(listed) ?? [];
  const wanted = numbersOf(names.replace(/tháng|\bt(?=\d)/giu, ''));
  if (wanted.length === 0 || wanted.some((n) => n < 1 || n > 12)) return undefined;
  return period.filter((month) => wanted.includes(monthOf(month)) && (year === undefined || month.startsWith(year)));
}

/** 'I, II và IV' → 1 2 4; '3-5, 9' → 3 4 5 9; nothing where a word is no number. */
function numbersOf(text: string): number[] {
  const pieces = text.split(/\s*(?:,|;|và|&)\s*/u).filter(Boolean);
  const numbers = pieces.flatMap((piece) => {
    const [from, to = from] = piece.split(/\s*[-–]\s*/).map(numberOf);
    if (from === undefined || to === undefined || to < from) return [Number.NaN];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return numbers.some(Number.isNaN) ? [] : numbers;
}

function numberOf(word: string): number | undefined {
  const at = roman.indexOf(word.trim().toUpperCase());
  if (at > 0) return at;
  return /^\d{1,2}$/.test(word.trim()) ? Number(word) : undefined;
}

/** 'Tháng 9-11, quý I' … of chosen months, for lists on small screens. */
export const shortTime = (time: Partial<ActivityTime>): string =>
  timeWords(time) || capital(monthsName((time.months ?? []).map(monthOf)));
