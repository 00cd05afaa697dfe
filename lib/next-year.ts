import type { ContentLine } from './plan-diff.ts';

/** The years of a plan, as its period gives them. */
export interface YearSpan {
  from: number;
  to: number;
}

/** From which years to which: every year of the old period moves by the same number of years. */
export interface YearShift {
  period: YearSpan;
  by: number;
}

const day =
  '(?:ngày\\s+)?\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*\\d{4}|ngày\\s+\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4}';
const types =
  'Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Công văn|Công điện|Kế hoạch|Hướng dẫn|Kết luận|Thông báo|Chương trình|Đề án|Tờ trình|Báo cáo|Quy chế';
/** Types that are cited by their day alone. */
const acts = 'Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Công văn|Công điện|Kết luận';
const reference = '\\d+[a-z]?\\s*(?:/\\s*\\d{4}\\s*)?[/-]\\s*[A-ZĐ][A-ZĐ0-9]*(?:\\s*[-–]\\s*[A-ZĐ]+\\d*)*';

/**
 * Where a document is cited: its number, its day, whose it is and what it is about, up to the next comma. What a citation
 * says is that document's own and stays as it is.
 */
const citation = new RegExp(
  `(?:(?:${types})\\s+(?:số\\s+)?|số\\s+)?${reference}(?:,?\\s+(?:${day}))?(?:\\s+(?:của|về|ban hành|phê duyệt|quy định|hướng dẫn)(?!\\p{L})[^,;.)\\n]*)?` +
    `|(?:${acts})\\s+(?=ngày)(?:${day})(?:\\s+(?:của|về|ban hành)(?!\\p{L})[^,;.)\\n]*)?` +
    `|(?:Luật|Bộ luật|Pháp lệnh)\\s+[\\p{L} ]{1,60}?\\s+năm\\s+\\d{4}`,
  'gu',
);

/** A text with the years of the plan moved; citations of documents and years of other times stay. */
export function shiftText(text: string, shift: YearShift): string {
  let out = '';
  let at = 0;
  for (const found of text.matchAll(citation)) {
    out += shiftPlain(text.slice(at, found.index), shift) + found[0];
    at = found.index + found[0].length;
  }
  return out + shiftPlain(text.slice(at), shift);
}

/** 'năm học 2025-2026', a day, a month or quarter with its year, 'năm 2026', or a year that ends a phrase. */
const dated = new RegExp(
  [
    '(?<pair>(?<before>năm học\\s+|niên khóa\\s+|giai đoạn\\s+)?(?<![\\d/.-])(?<first>\\d{4})(?<dash>\\s*[-–—]\\s*)(?<second>\\d{4})(?![\\d/]))',
    '(?<date>(?<![\\d/.-])(?<d>\\d{1,2})(?<s1>\\s*[/.-]\\s*)(?<m>\\d{1,2})(?<s2>\\s*[/.-]\\s*)(?<y>\\d{4})(?!\\d))',
    '(?<words>(?<dw>\\d{1,2})(?<w1>\\s+tháng\\s+)(?<mw>\\d{1,2})(?<w2>\\s+năm\\s+)(?<yw>\\d{4})(?!\\d))',
    '(?<iso>(?<![\\d/.-])(?<yi>\\d{4})-(?<mi>\\d{2})-(?<di>\\d{2})(?!\\d))',
    '(?<named>(?<lead>(?:năm|hè|xuân|khóa|Tết|mùa)\\s+|(?:quý|học kỳ|tháng|T|Q)[\\s.]*[IVX\\d, và-]{1,14}?\\s*[/,-]?\\s*(?:năm\\s+)?|(?<![\\d.,/])\\d{1,2}\\s*/\\s*)(?<year>\\d{4})(?![\\d/-]))',
    '(?<bare>(?<![\\p{L}\\d/.,-])(?<alone>\\d{4})(?=\\s*(?:$|[.,;:)”"’\\]!?]|và\\s)))',
  ].join('|'),
  'giu',
);

function shiftPlain(text: string, shift: YearShift): string {
  return text.replace(dated, (...found) => {
    const whole = found[0] as string;
    return shifted(found.at(-1) as Record<string, string | undefined>, shift) ?? whole;
  });
}

const within = (year: number, { period }: YearShift): boolean => year >= period.from && year <= period.to;

/** The found piece with its years moved; undefined where they are not the plan's own. */
function shifted(g: Record<string, string | undefined>, shift: YearShift): string | undefined {
  const moved = (year: string | undefined): string => String(Number(year) + shift.by);
  if (g.pair !== undefined) return shiftedPair(g, shift);
  if (g.date !== undefined)
    return within(Number(g.y), shift) ? `${dayIn(g.d, g.m, moved(g.y))}${g.s1}${g.m}${g.s2}${moved(g.y)}` : undefined;
  if (g.words !== undefined)
    return within(Number(g.yw), shift)
      ? `${dayIn(g.dw, g.mw, moved(g.yw))}${g.w1}${g.mw}${g.w2}${moved(g.yw)}`
      : undefined;
  if (g.iso !== undefined)
    return within(Number(g.yi), shift) ? `${moved(g.yi)}-${g.mi}-${dayIn(g.di, g.mi, moved(g.yi))}` : undefined;
  const year = g.year ?? g.alone;
  return within(Number(year), shift) ? `${g.lead ?? ''}${moved(year)}` : undefined;
}

/** A school year moves where it touches the plan's time; a longer stretch only where it is the plan's own. */
function shiftedPair(g: Record<string, string | undefined>, shift: YearShift): string | undefined {
  const [first, second] = [Number(g.first), Number(g.second)];
  const own = first === shift.period.from && second === shift.period.to;
  const schoolYear = second === first + 1 && !/giai đoạn/iu.test(g.before ?? '');
  const touches = schoolYear && (within(first, shift) || within(second, shift));
  return own || touches ? `${g.before ?? ''}${first + shift.by}${g.dash}${second + shift.by}` : undefined;
}

/** The 29th of February becomes the 28th in a year that has none. */
function dayIn(day: string | undefined, month: string | undefined, year: string): string {
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return Number(day) === 29 && Number(month) === 2 && !leap ? '28' : (day ?? '');
}

const shiftMonth = (month: string, { by }: YearShift): string => `${Number(month.slice(0, 4)) + by}${month.slice(4)}`;

/** A day 'YYYY-MM-DD' moved by the years of the shift, whatever year it is in. */
export const shiftDay = (iso: string, { by }: YearShift): string => {
  const [year, month, day] = iso.split('-');
  const moved = String(Number(year) + by);
  return `${moved}-${month}-${dayIn(day, month, moved)}`;
};

/** One line for the next year: its texts, its months and days. What a basis cites stays. */
export function shiftLine(line: ContentLine, shift: YearShift): ContentLine {
  if (line.part === 'basis') return line;
  return {
    ...line,
    text: shiftText(line.text, shift),
    detail: Object.fromEntries(Object.entries(line.detail).map(([k, v]) => [k, shiftFact(k, v, shift)])),
    targets: line.targets.map((t) => ({
      ...t,
      months: Object.fromEntries(Object.entries(t.months).map(([m, n]) => [shiftMonth(m, shift), n])),
    })),
  };
}

function shiftFact(name: string, value: unknown, shift: YearShift): unknown {
  if (name === 'months' && Array.isArray(value)) return value.map((m) => shiftMonth(String(m), shift));
  if (typeof value !== 'string') return value;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? shiftDay(value, shift) : shiftText(value, shift);
}
