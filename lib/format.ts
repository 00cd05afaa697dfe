/**
 * How days, times, periods and numbers are shown to people, in Vietnamese first. Pure: the clock is an argument.
 * Instants are RFC 3339 strings, days 'YYYY-MM-DD'; everything is shown in Asia/Ho_Chi_Minh, which has no summer time.
 */
export type ShownIn = 'vi' | 'en';

/** A stretch of the calendar: a school year is named by its start. */
export type Period =
  | { kind: 'year' | 'schoolYear'; year: number }
  | { kind: 'quarter' | 'month' | 'semester'; year: number; n: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const VIETNAM = 7 * HOUR;
const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const ROMAN = ['', 'I', 'II', 'III', 'IV'];
const NEAR = {
  vi: { '-1': 'hôm qua', 0: 'hôm nay', 1: 'ngày mai' },
  en: { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' },
};

const two = (n: number) => String(n).padStart(2, '0');
const dayNumber = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);

/** An instant: a date, an RFC 3339 string, or milliseconds. */
export type Instant = Date | string | number;
const inVietnam = (instant: Instant): string => new Date(new Date(instant).getTime() + VIETNAM).toISOString();

/** The day in Vietnam at an instant: 'YYYY-MM-DD'. */
export const dayOf = (instant: Instant): string => inVietnam(instant).slice(0, 10);

/** The clock in Vietnam at an instant: '14:05'. */
export const clockOf = (instant: Instant): string => inVietnam(instant).slice(11, 16);

/** 'YYYY-MM-DD' → '20/11/2026'. */
export function shortDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** 'YYYY-MM' → '11/2026'. */
export const shortMonth = (month: string): string => `${Number(month.slice(5))}/${month.slice(0, 4)}`;

/** 'YYYY-MM-DD' → 'thứ Sáu, 20/11/2026'. */
export function longDay(day: string, language: ShownIn = 'vi'): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return `${WEEKDAYS[language][weekday]}, ${shortDay(day)}`;
}

/** A day near to now by its name ('hôm qua', 'hôm nay', 'ngày mai'), else 'thứ Sáu, 20/11/2026'. */
export function nearDay(day: string, now: number, language: ShownIn = 'vi'): string {
  return nearName(day, now, language) ?? longDay(day, language);
}

function nearName(day: string, now: number, language: ShownIn): string | undefined {
  const apart = dayNumber(day) - dayNumber(dayOf(now));
  return NEAR[language][apart as -1 | 0 | 1];
}

/** An instant: 'hôm nay, 14:05', 'hôm qua, 09:12', else '20/11/2026, 14:05'. */
export function moment(instant: Instant, now: number, language: ShownIn = 'vi'): string {
  const day = dayOf(instant);
  return `${nearName(day, now, language) ?? shortDay(day)}, ${clockOf(instant)}`;
}

/** Where a due day stands: 'chậm 3 ngày', 'đến hạn hôm nay', 'còn 5 ngày'. */
export function dueIn(day: string, now: number, language: ShownIn = 'vi'): string {
  const left = dayNumber(day) - dayNumber(dayOf(now));
  if (language === 'en') {
    if (left === 0) return 'due today';
    const days = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'day' : 'days'}`;
    return left < 0 ? `${days} late` : `${days} left`;
  }
  if (left === 0) return 'đến hạn hôm nay';
  return left < 0 ? `chậm ${formatNumber(-left)} ngày` : `còn ${formatNumber(left)} ngày`;
}

/** 'quý II/2026', 'học kỳ I, năm học 2026-2027', 'tháng 5/2026', 'năm 2026', 'năm học 2026-2027'. */
export function periodName(period: Period, language: ShownIn = 'vi'): string {
  const { year } = period;
  const schoolYear = `${year}-${year + 1}`;
  const vi = language === 'vi';
  switch (period.kind) {
    case 'year':
      return vi ? `năm ${year}` : `${year}`;
    case 'schoolYear':
      return vi ? `năm học ${schoolYear}` : `school year ${schoolYear}`;
    case 'quarter':
      return vi ? `quý ${ROMAN[period.n]}/${year}` : `Q${period.n}/${year}`;
    case 'month':
      return vi ? `tháng ${period.n}/${year}` : `${two(period.n)}/${year}`;
    case 'semester':
      return vi
        ? `học kỳ ${ROMAN[period.n]}, năm học ${schoolYear}`
        : `semester ${period.n}, school year ${schoolYear}`;
  }
}

/**
 * Months 1-12 in few words: 'cả năm', 'quý I, quý II', 'tháng 3, tháng 9-11'. Whole quarters are named as such
 * only when every month belongs to one.
 */
export function monthsName(months: readonly number[], language: ShownIn = 'vi'): string {
  const set = new Set(months);
  const vi = language === 'vi';
  if (set.size === 0) return '';
  if (set.size === 12) return vi ? 'cả năm' : 'whole year';
  const quarters = [1, 2, 3, 4].filter((q) => [0, 1, 2].every((i) => set.has(q * 3 - i)));
  if (quarters.length * 3 === set.size) return quarters.map((q) => (vi ? `quý ${ROMAN[q]}` : `Q${q}`)).join(', ');
  const runs = monthRuns([...set].sort((a, b) => a - b));
  return runs
    .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
    .map((run) => (vi ? `tháng ${run}` : `month ${run}`))
    .join(', ');
}

function monthRuns(sorted: number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const month of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}

/** 1234.5 → '1.234,5' (vi), '1,234.5' (en); at most `digits` decimals. */
export function formatNumber(value: number, digits = 1, language: ShownIn = 'vi'): string {
  const rounded = Math.abs(value)
    .toFixed(digits)
    .replace(/\.?0+$/, digits ? '' : '$&');
  const [whole = '0', part] = rounded.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  const sign = value < 0 && Number(rounded) !== 0 ? '-' : '';
  return sign + (part ? `${grouped}${language === 'vi' ? ',' : '.'}${part}` : grouped);
}

/** Đồng, never a float: '12.500.000 đồng'. Takes a number, a bigint or the string a bigint column gives. */
export function formatVnd(amount: number | bigint | string, language: ShownIn = 'vi'): string {
  const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  return language === 'vi' ? `${grouped} đồng` : `${grouped} VND`;
}

/** Bytes for people: '820 B', '12 KB', '2,4 MB'. */
export function formatBytes(bytes: number, language: ShownIn = 'vi'): string {
  if (bytes < 1024) return `${bytes} B`;
  const kb = bytes / 1024;
  if (kb < 1000) return `${formatNumber(kb, 0, language)} KB`;
  return `${formatNumber(kb / 1024, 1, language)} MB`;
}

/**
 * A day as people type it ('20/11/2026', '20-11-26', '20.11.2026', '20112026', '5/9') → 'YYYY-MM-DD'.
 * A missing year is taken from `today` ('YYYY-MM-DD'). Undefined when it is not a day of the calendar.
 */
export function parseDay(typed: string, today: string): string | undefined {
  const digits = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(typed);
  const parts = digits ?? /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?\s*$/.exec(typed);
  if (!parts) return undefined;
  const year = parts[3] === undefined ? Number(today.slice(0, 4)) : Number(parts[3].padStart(4, '20'));
  const day = `${year}-${two(Number(parts[2]))}-${two(Number(parts[1]))}`;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

/** 'Trần Thị Mai' → 'TM': first letter of the family name and of the given name. */
export function initials(fullName: string): string {
  const words = fullName.normalize('NFC').trim().split(/\s+/);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('vi');
}
