import type { DraftTime } from '#lib/plan-draft.ts';
import { foldLetters } from './fold.ts';
import { romanValue } from './numbering.ts';

/** The years that a month without a year can fall in. */
export interface YearSense {
  kind: 'calendarYear' | 'schoolYear' | 'range';
  from: number;
  to: number;
}

const LIST = '(?:\\s*(?:,|;|va|-|den|/)\\s*(?:thang\\s*|quy\\s*)?';
const QUARTERS = new RegExp(
  `\\bquy\\s*([ivx]+|[1-4])((?:${LIST}(?:[ivx]+|[1-4])(?![a-z\\d]|/(?!20)))*))(?:\\s*/\\s*(20\\d\\d))?`,
  'g',
);
const MONTHS = new RegExp(
  `\\bthang\\s*(\\d{1,2})(?:\\s*[/.]\\s*(20\\d\\d))?((?:${LIST}\\d{1,2}(?![\\d])(?:\\s*[/.]\\s*20\\d\\d)?))*)(?:\\s*nam\\s*(20\\d\\d))?`,
  'g',
);
const DAY =
  /(?<![\d/])(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(20\d\d))?(?![\d/])|ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})(?:\s*nam\s*(20\d\d))?/g;
const ENDS = /\b(?:truoc|den(?: het)?|cham nhat|xong|hoan thanh|ket thuc|han|het|muon nhat)\b/;

/** Where the words stand: in a cell of a time column every day counts; under "Hoàn thành" a month is the last one. */
export interface TimeContext {
  cell?: boolean;
  closing?: boolean;
}

/** Quarters, months and the day or month by which something is due, from the words of a cell or sentence. */
export function readTime(text: string, years: YearSense | null, context: TimeContext = {}): DraftTime {
  const fold = foldLetters(text).replace(/\n/g, ' ');
  const quarters = readQuarters(fold);
  const months = readMonths(fold, years);
  const day = lastDay(fold, years, context.cell === true);
  const closing =
    day === null ? closingMonth(context.closing ? `het ${fold}` : fold, quarters.length > 0, months) : null;
  const year = day ? Number(day.slice(0, 4)) : (months.year ?? yearIn(fold) ?? null);
  return {
    quarters,
    months: closing !== null ? [] : day && /\bngay\b/.test(fold) && months.months.length === 1 ? [] : months.months,
    year,
    deadline: day ?? closing,
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}

function readQuarters(fold: string): number[] {
  const found: number[] = [];
  for (const match of fold.matchAll(QUARTERS)) {
    const whole = match[0].replace(/quy/g, ' ').replace(/\/\s*20\d\d/g, ' ');
    const numbers = [...whole.matchAll(/[ivx]+(?![a-z])|[1-4]/g)].map((sign) =>
      /\d/.test(sign[0]) ? Number(sign[0]) : romanValue(sign[0]),
    );
    found.push(
      ...spread(
        numbers.filter((n): n is number => n !== null && n <= 4),
        /-|\bden\b/.test(whole),
        4,
      ),
    );
  }
  return [...new Set(found)].sort((a, b) => a - b);
}

interface Months {
  months: number[];
  year: number | null;
}

function readMonths(fold: string, years: YearSense | null): Months {
  const found: number[] = [];
  let year: number | null = null;
  for (const match of fold.matchAll(MONTHS)) {
    const before = fold.slice(Math.max(0, match.index - 10), match.index);
    if (/ngay\s*\d{1,2}\s*$/.test(before)) continue;
    const whole = match[0].replace(/[/.]\s*20\d\d|nam\s*20\d\d/g, '');
    const numbers = [...whole.matchAll(/\d{1,2}/g)].map((sign) => Number(sign[0])).filter((n) => n >= 1 && n <= 12);
    found.push(...spread(numbers, /-|\bden\b/.test(whole), 12));
    const printed = /20\d\d/.exec(match[0])?.[0];
    year ??= printed ? Number(printed) : numbers[0] ? yearOf(numbers[0], years) : null;
  }
  return { months: [...new Set(found)], year };
}

/** "9 - 12" is 9, 10, 11, 12; "9 đến 5" goes over the new year. */
function spread(numbers: number[], range: boolean, size: number): number[] {
  if (!range || numbers.length !== 2) return numbers;
  const [from, to] = numbers as [number, number];
  const length = ((to - from + size) % size) + 1;
  return Array.from({ length }, (_, i) => ((from - 1 + i) % size) + 1);
}

const pad = (value: number): string => String(value).padStart(2, '0');

function lastDay(fold: string, years: YearSense | null, cell: boolean): string | null {
  let last: string | null = null;
  for (const match of fold.matchAll(DAY)) {
    const [day, month] = [Number(match[1] ?? match[4]), Number(match[2] ?? match[5])];
    const year = Number(match[3] ?? match[6] ?? yearOf(month, years) ?? 0);
    const before = fold.slice(Math.max(0, match.index - 8), match.index);
    if (day < 1 || day > 31 || month < 1 || month > 12 || year === 0 || /thang\s*$/.test(before)) continue;
    // "ngày Nhà giáo Việt Nam 20/11" names a feast; without a year and without "ngày" or "trước" it is no date of ours.
    if (!cell && !(match[3] ?? match[6]) && !/(?:ngay|truoc|den|tu)\s*$/.test(before)) continue;
    const phrase = fold.slice(Math.max(0, match.index - 45), match.index);
    if (/\b(?:chao mung|ky niem|huong ung|nhan|dip|mung)\b[^,;]*$/.test(phrase)) continue;
    last = `${year}-${pad(month)}-${pad(day)}`;
  }
  return last;
}

/** "Quý IV (tháng 11/2026)", "đến hết tháng 5/2026": the month of completion. */
function closingMonth(fold: string, quarterly: boolean, found: Months): string | null {
  const month = found.months.at(-1);
  if (month === undefined || found.year === null) return null;
  // "tháng 9 đến tháng 12" is a stretch, "đến hết tháng 5" and "trước tháng 5" an end.
  const before = fold.slice(0, fold.lastIndexOf('thang'));
  const ends = found.months.length > 1 ? /\b(?:het|truoc|cham nhat)\s*$/.test(before) : ENDS.test(before);
  return (quarterly && found.months.length === 1) || ends ? `${found.year}-${pad(month)}` : null;
}

const yearIn = (fold: string): number | null => {
  const match = /(?:\bnam\s*|\bquy [^/]*\/\s*)(20\d\d)(?!\s*-)/.exec(fold);
  return match ? Number(match[1]) : null;
};

export function yearOf(month: number, years: YearSense | null): number | null {
  if (!years || years.kind === 'range') return null;
  if (years.kind === 'calendarYear') return years.from;
  return month >= 8 ? years.from : years.to;
}
