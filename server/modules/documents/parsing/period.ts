import type { DraftPeriod } from '#lib/plan-draft.ts';
import { foldLetters } from './fold.ts';

export interface PeriodFound {
  period: DraftPeriod;
  from: number;
  to: number;
}

const SCHOOL_YEAR = /\bnam hoc\s*:?\s*(20\d\d)(?:\s*[-/]\s*|\s+)(20\d\d)/g;
const RANGE =
  /\b(?:giai doan|tu nam|cac nam|trong cac nam|nhiem ky)\s*:?\s*(20\d\d)\s*(?:-|,|den(?: nam)?|va)\s*(?:nam )?(20\d\d)/g;
const YEAR = /(?<!\bthang \d{1,2} )(?<!\bthang\d{1,2} )\bnam\s*:?\s*(20\d\d)(?!\s*[-/]?\s*20\d\d)/g;
const QUOTED = /"[^"]*"/g;

/**
 * The time a text says it is for: a school year before a calendar year before a span of years. Years inside quotation
 * marks belong to the programme quoted, those of dates to the date.
 * @param quotes true to take those of the programme too, where nothing else says a time
 */
export function findPeriod(text: string, quotes = false): PeriodFound | null {
  const whole = foldLetters(text);
  const fold = quotes ? whole : whole.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const school = first(fold, SCHOOL_YEAR, (from, to) => to - from === 1);
  if (school) return { ...school, period: { kind: 'schoolYear', ...school.period } };
  const year = firstYear(fold);
  if (year) return year;
  const range = first(fold, RANGE, (from, to) => to > from);
  return range && { ...range, period: { kind: 'range', ...range.period } };
}

function first(fold: string, pattern: RegExp, valid: (from: number, to: number) => boolean) {
  for (const match of fold.matchAll(pattern)) {
    const [from, to] = [Number(match[1]), Number(match[2])];
    if (valid(from, to)) return { period: { from, to }, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

function firstYear(fold: string): PeriodFound | null {
  for (const match of fold.matchAll(YEAR)) {
    const before = fold.slice(Math.max(0, match.index - 22), match.index);
    if (/(?:thang\s*[\d.]+|\d{1,2})\s*$|\btu $|\bden(?: het)? $|\bgiai doan $|\btam nhin\b/.test(before)) continue;
    const year = Number(match[1]);
    return {
      period: { kind: 'calendarYear', from: year, to: year },
      from: match.index,
      to: match.index + match[0].length,
    };
  }
  return null;
}
